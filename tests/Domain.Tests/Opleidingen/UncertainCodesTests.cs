using Kurve.Numo.Domain.Opleidingen;

namespace Kurve.Numo.Domain.Tests.Opleidingen;

/// <summary>
/// What stands in the same columns and looks like a code, but must never become an opleiding by itself.
/// </summary>
public sealed class UncertainCodesTests
{
    [Theory]
    [InlineData("1A,2b,3VB,5VD,1a,2A,3hb,4VE,1gb,2VA,1HA,3TLB,4H1,H4-1,B1,b1,B2,2B")]
    [InlineData("Kim,Eva,Thea,Bep,Max,Pim,Tom,Bob,Bas,Mo,Vera,Theo,Ab,Abe,Gea,Eef,Mats,Pam,Ton,Art,Hem,Gem,Bo,Ava")]
    [InlineData("Anne-Mae,Jan V,Pim H,Eva B,M.H.,H.V.,M H,H V,A G,B-K,H & M,Theo T")]
    [InlineData("entl,netl,wisA,wisB,wisC,wisD,nask,nask1,nsk2,gs,lo,ak,bi,ec,en,fa,du,ckv,mvt,m&o,te,mu,hv.lo,in,bte")]
    [InlineData("A12,B104,C0.21,H12,H1.12,V14,M201,K3.12,H1.1,G2.05,A0.1,T12,B1.04,A-104,V 1.04,aula,gymzaal")]
    [InlineData("B.B2,H.H4,M.M3,T.H4,K.MVI4,4h.maatA,4v.dutl1,M2.M2a,0v6.in1,4h.wisB,5v.ne2,4h.ec1,H2.H2a,5h.em1")]
    [InlineData("HVK,BKA,VAB,MHA,TLB,HVA,VGT,AHV,KHB,BTA,MTH,GVA,PVH,VHT,ATHTA,GEMKT,ATHEM,KGTT,PROT,HANT,HANG,VANG")]
    [InlineData("_DETA,*H4,_H4,TOP.1,456*,F3L45,99XZ,uitval,onbekend,nvt,n.v.t.,geen,-,?,x,stage,time-out,H?,H4?,H4#")]
    [InlineData("TH1,TV2,TA3,TH,THV1,t-havo 1,HT2,VT1,A4,K3,P1,T3,G2,G3,MK2,VMBO 3,vmbo,gemengd,HA")]
    [InlineData("VH1,HAV1,HA,AG,GTH,KGTH")]
    [InlineData("NT4A,EM5G,PIE3B,DP4K,EO3T,NT4,CM5,ZW3,techniek,sport,plus,tto,lwoo,brugklas,dakpan,havo m,havo k 2")]
    [InlineData("havo economie,H4 PIE,TL4 N&T,K4 NT,V4 techniek,A4 D&P,havo/vwo/gymzaal,VWO/gymnasium 1,mbo 3,vavo,isk")]
    public void A_name_a_room_a_subject_or_a_class_is_never_certain(string codes)
    {
        foreach (var code in codes.Split(','))
        {
            foreach (var leerjaar in new int?[] { null, 1, 3 })
            {
                Catalogus.Vertaler.Translate(code, leerjaar).Zekerheid.Should().NotBe(Zekerheid.Hoog, code);
            }
        }
    }

    // H4 is a room as well, and gym a subject; in a column of opleidingscodes they are what they are read as.
    [Theory]
    [InlineData("gym", "GYMNASIUM")]
    [InlineData("H4", "HAVO")]
    public void A_known_doubt_is_read_as_an_opleiding(string code, string opleiding) =>
        Catalogus.Vertaler.Translate(code, 4).Doelgroep!.Opleiding.Code.Should().Be(opleiding);
}
