using System.Xml;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Domain.Bronnen;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

namespace Kurve.Numo.Infrastructure.Koppelingen.Uwlr;

/// <summary>
/// Reads an answer to <c>HaalLeerlinggegevens</c> while it streams by (UWLR 2.2 and 2.3, profile smalle set). Servers
/// do not keep to the order of the schema, so elements are taken by name; what the profile does not name is passed over
/// unread. A list counts only when the answer was read through its end.
/// </summary>
internal sealed class UwlrLezer
{
    private const string Bron = Bronfouten.Bron;
    private readonly XmlReader _reader;
    private readonly UwlrNamen _namen;
    private readonly UwlrVerzameling _verzameling;
    private Bronfout? _fault;
    private BronInhoud? _inhoud;
    private bool _contradiction;
    private string? _brin;
    private string? _vestiging;
    private string? _schooljaar;

    private UwlrLezer(XmlReader reader, UwlrNamen namen, UwlrVerzameling verzameling) =>
        (_reader, _namen, _verzameling) = (reader, namen, verzameling);

    /// <summary>Reads an answer to its last byte, synchronously.</summary>
    /// <param name="stream">The answer.</param>
    /// <param name="verzoek">What was asked; the answer must be of the same school and year.</param>
    /// <param name="progress">Is told the number of people read so far, now and then.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <param name="maxBytes">How large the answer may be.</param>
    public static Result<Personenlijst> Read(
        Stream stream, PersonenVerzoek verzoek, IProgress<int>? progress, CancellationToken ct,
        long maxBytes = BronXml.DefaultMaxBytes)
    {
        var namen = new UwlrNamen();
        return BronXml.Read(stream, Bron, maxBytes, namen.Table, ReadAnswer, ct);

        Result<Personenlijst> ReadAnswer(XmlReader reader, BronLezing answer)
        {
            using var verzameling = new UwlrVerzameling(reader, namen, verzoek.Vestiging, progress);
            var lezer = new UwlrLezer(reader, namen, verzameling);
            lezer.ReadEnvelope();
            return lezer.Conclude(verzoek, answer);
        }
    }

    /// <summary>Reads an answer that HTTP calls an error; null when it holds no complete SOAP fault.</summary>
    public static Bronfout? ReadFault(Stream stream, CancellationToken ct, long maxBytes = BronXml.DefaultMaxBytes)
    {
        var namen = new UwlrNamen();
        var read = BronXml.Read<UwlrLezer>(stream, Bron, maxBytes, namen.Table, ReadAnswer, ct);
        return read.IsOk ? read.Value._fault : null;

        Result<UwlrLezer> ReadAnswer(XmlReader reader, BronLezing answer)
        {
            using var verzameling = new UwlrVerzameling(reader, namen, Vestigingsnummer.Hoofd, null);
            var lezer = new UwlrLezer(reader, namen, verzameling);
            lezer.ReadEnvelope();
            return lezer;
        }
    }

    private void ReadEnvelope()
    {
        if (_reader.MoveToContent() == XmlNodeType.Element && IsNamed("Envelope"))
        {
            var depth = _reader.Enter();
            while (_reader.NextChild(depth))
            {
                if (IsNamed("Body"))
                {
                    ReadBody();
                }
                else
                {
                    _reader.SkipElement(Bron);
                }
            }
        }
        else
        {
            _reader.SkipElement(Bron);
        }

        // What follows the envelope must be nothing, and only the last byte ends the fingerprint.
        while (_reader.ReadNode())
        {
        }
    }

    private void ReadBody()
    {
        var depth = _reader.Enter();
        while (_reader.NextChild(depth))
        {
            if (IsLg(_namen.Antwoord))
            {
                ReadAntwoord();
            }
            else if (IsNamed("Fault"))
            {
                _fault ??= Bronfouten.FromFault(SoapFault.Read(_reader, Bron));
            }
            else
            {
                _reader.SkipElement(Bron);
            }
        }
    }

    private void ReadAntwoord()
    {
        var depth = _reader.Enter();
        while (_reader.NextChild(depth))
        {
            if (IsLg(_namen.Gegevens))
            {
                Note(BronInhoud.Gegevens);
                ReadGegevens();
            }
            else if (IsLg(_namen.GeenGegevens) || IsLg(_namen.GeenWijzigingen))
            {
                Note(IsLg(_namen.GeenGegevens) ? BronInhoud.GeenGegevens : BronInhoud.GeenWijzigingen);
                _reader.SkipElement(Bron);
            }
            else
            {
                _reader.SkipElement(Bron);
            }
        }
    }

    private void ReadGegevens()
    {
        var depth = _reader.Enter();
        while (_reader.NextChild(depth))
        {
            if (IsLg(_namen.School))
            {
                ReadSchool();
            }
            else if (!_verzameling.TryRead())
            {
                _reader.SkipElement(Bron);
            }
        }
    }

    private void ReadSchool()
    {
        var depth = _reader.Enter();
        while (_reader.NextChild(depth))
        {
            if (IsLg(_namen.Brincode))
            {
                _brin = SourceText.Of(_reader.ReadText(Bron)).Value;
            }
            else if (IsLg(_namen.Dependancecode))
            {
                _vestiging = SourceText.Of(_reader.ReadText(Bron)).Value;
            }
            else if (IsLg(_namen.Schooljaar))
            {
                _schooljaar = SourceText.Of(_reader.ReadText(Bron)).Value;
            }
            else
            {
                _reader.SkipElement(Bron);
            }
        }
    }

    private void Note(BronInhoud inhoud)
    {
        _contradiction |= _inhoud is not null;
        _inhoud = inhoud;
    }

    private Result<Personenlijst> Conclude(PersonenVerzoek verzoek, BronLezing answer)
    {
        if (_fault is not null)
        {
            return _fault;
        }

        if (_inhoud is not { } inhoud || _contradiction)
        {
            return Bronverkeer.Bronfouten.OnverwachtAntwoord(Bron);
        }

        var vingerafdruk = answer.Vingerafdruk();
        if (inhoud != BronInhoud.Gegevens)
        {
            return new Personenlijst(inhoud, verzoek.Vestiging, [], [], [], [], vingerafdruk);
        }

        var mismatch = FindMismatch(verzoek);
        return mismatch is not null ? mismatch
            : !_verzameling.HasLeerlingen ? Bronfouten.LeerlingenOntbreken
            : _verzameling.Conclude(MissingIdentity(verzoek).Concat(answer.Herstel(Bron)), vingerafdruk);
    }

    // An absent or empty dependancecode means 00 to the standard, but servers leave it out for others too.
    private Bronfout? FindMismatch(PersonenVerzoek verzoek)
    {
        var otherSchool = !string.IsNullOrEmpty(_brin)
            && !string.Equals(_brin, verzoek.Brin.Value, StringComparison.OrdinalIgnoreCase);
        var otherVestiging = !string.IsNullOrEmpty(_vestiging)
            && !string.Equals(_vestiging, verzoek.Vestiging.Value, StringComparison.Ordinal);
        var otherYear = !string.IsNullOrEmpty(_schooljaar)
            && !string.Equals(_schooljaar, verzoek.Schooljaar.ToString(), StringComparison.Ordinal);
        return otherSchool || otherVestiging ? Bronfouten.AndereSchool($"{verzoek.Brin}-{verzoek.Vestiging}")
            : otherYear ? Bronfouten.AnderSchooljaar(verzoek.Schooljaar, Schooljaar.Create(_schooljaar))
            : null;
    }

    private IEnumerable<Melding> MissingIdentity(PersonenVerzoek verzoek)
    {
        if (string.IsNullOrEmpty(_brin)
            || (string.IsNullOrEmpty(_vestiging) && verzoek.Vestiging != Vestigingsnummer.Hoofd))
        {
            yield return UwlrMeldingen.SchoolNietGenoemd;
        }

        if (string.IsNullOrEmpty(_schooljaar))
        {
            yield return UwlrMeldingen.SchooljaarNietGenoemd;
        }
    }

    // SOAP's own elements occur a few times per answer, in the namespace of SOAP 1.1 or 1.2: by name alone.
    private bool IsNamed(string name) => string.Equals(_reader.LocalName, name, StringComparison.Ordinal);

    private bool IsLg(string name) =>
        ReferenceEquals(_reader.LocalName, name) && ReferenceEquals(_reader.NamespaceURI, _namen.Lg);
}
