using Kurve.Numo.Application.Scholen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Persistence;

public sealed class PageTokensTests
{

    [Fact]
    public void No_token_is_the_first_page()
    {
        PageTokens.ReadId(new PageRequest(1, null)).Should().Be(Guid.Empty);
        PageTokens.ReadNumber(new PageRequest(1, null)).Should().Be(0);
    }

    [Fact]
    public void A_page_ends_with_the_token_of_the_next_one_unless_it_is_the_last()
    {
        Guid[] ids = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];

        var page = PageTokens.ToPage(ids, new PageRequest(2, null), id => id);
        var last = PageTokens.ToPage(ids, new PageRequest(3, null), id => id);

        page.Items.Should().Equal(ids[..2]);
        PageTokens.ReadId(new PageRequest(2, page.Next)).Should().Be(ids[1]);
        last.Items.Should().Equal(ids);
        last.Next.Should().BeNull();
    }

    [Fact]
    public void A_page_of_numbered_rows_has_a_token_too()
    {
        var page = PageTokens.ToPage([10, 20, 30], new PageRequest(2, null), number => number);

        PageTokens.ReadNumber(new PageRequest(2, page.Next)).Should().Be(20);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("12345")]
    public void A_text_of_another_length_is_no_token(string token) =>
        PageTokens.ReadId(new PageRequest(1, token)).Should().BeNull();

    [Theory]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("AAAAAAAAAAA+AAAA/AAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAé1")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA  ")]
    public void A_text_of_the_right_length_that_is_no_base64url_is_no_token(string token) =>
        PageTokens.ReadId(new PageRequest(1, token)).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1e3")]
    [InlineData("1.000")]
    [InlineData("٣")]
    [InlineData("99999999999")]
    public void A_text_that_is_no_number_is_no_token_of_numbered_rows(string token) =>
        PageTokens.ReadNumber(new PageRequest(1, token)).Should().BeNull();

    [Theory]
    [InlineData("geen token")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!")]
    public async Task A_list_that_is_asked_with_such_a_text_says_which_field_is_wrong(string token)
    {
        await using var database = TestDatabase.Create();
        await using var scope = database.Services.CreateAsyncScope();

        var page = await scope.ServiceProvider.GetRequiredService<ISender>().Send(
            new ListScholen(new PageRequest(1, token), Brin: null, ShowClosed: false));

        page.Error.Should().Be(PageTokenOngeldig.Default);
    }
}
