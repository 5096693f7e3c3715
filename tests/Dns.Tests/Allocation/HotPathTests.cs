using System.Text;
using Dns.Edns;
using Dns.Wire;
using Xunit;

namespace Dns.Tests.Allocation;

public sealed class HotPathTests
{
    private static readonly byte[] Name = DomainName.Parse("www.example.com.").Wire.ToArray();
    private static readonly byte[] Other = DomainName.Parse("WWW.example.COM.").Wire.ToArray();
    private static readonly byte[] Buffer = new byte[1232];
    private static readonly byte[] Expanded = new byte[2048];
    private static readonly RRset Set = new RRsetBuilder(DomainName.FromWire(Name), RecordType.Mx)
        .Add([0, 1, .. Name], new(300)).Add([0, 2, 0], new(300)).AddSignature([.. new byte[18], 0, 1], new(300))
        .Build();

    private static readonly byte[] Message = Compose();

    /// <summary>Every member marked as hot, with a call of it.</summary>
    private static readonly Dictionary<string, Action> Calls = new()
    {
        ["WireName.Measure"] = () => WireName.Measure(Name),
        ["WireName.Equals"] = () => WireName.Equals(Name, Other),
        ["WireName.IsAtOrBelow"] = () => WireName.IsAtOrBelow(Name, Other),
        ["WireName.CountLabels"] = () => WireName.CountLabels(Name),
        ["WireName.CountCommonLabels"] = () => WireName.CountCommonLabels(Name, Other),
        ["WireName.Parent"] = () => _ = WireName.Parent(Name).Length,
        ["WireName.Suffix"] = () => _ = WireName.Suffix(Name, 1).Length,
        ["WireName.Fold"] = () => WireName.Fold(Name, Expanded),
        ["WireName.CompareCanonical"] = () => WireName.CompareCanonical(Name, Other),
        ["KeyedHash.OfName"] = () => KeyedHash.OfName(1, Name),
        ["ParsedName.TryParse"] = () => ParsedName.TryParse(Name, 0, out _, out _),
        ["ParsedName.CopyTo"] = () => Parsed().CopyTo(Expanded),
        ["ParsedName.Equals"] = () => _ = Parsed().Equals(Other) && Parsed().Equals(Parsed()),
        ["MessageHeader.TryRead"] = () => MessageHeader.TryRead(Message, out _),
        ["MessageHeader.Write"] = () => new MessageHeader(1, 2, 3, 4, 5, 6).Write(Buffer),
        ["MessageReader.TryStart"] = Read,
        ["MessageReader.TryReadQuestion"] = Read,
        ["MessageReader.TrySkipQuestions"] = Read,
        ["MessageReader.TryReadRecord"] = Read,
        ["RdataExpander.TryExpand"] = Read,
        ["MessageWriter..ctor"] = () => Compose(),
        ["MessageWriter.TryWriteQuestion"] = Write,
        ["MessageWriter.TryWriteRecords"] = Write,
        ["MessageWriter.TryWriteSignatures"] = Write,
        ["MessageWriter.TryWriteRecord"] = Write,
        ["MessageWriter.TryWriteOpt"] = Write,
        ["MessageWriter.SetMark"] = Write,
        ["MessageWriter.RollBack"] = Write,
        ["MessageWriter.Finish"] = Write,
        ["EdnsOptions.TryParse"] = () => EdnsOptions.TryParse(Expanded.AsSpan(0, 0), out _),
        ["EdnsOptions.TryFind"] = FindOption,
        ["EdnsOptionWriter.TryWrite"] = WriteOptions,
        ["EdnsOptionWriter.TryWriteExtendedError"] = WriteOptions,
        ["EdnsOptionWriter.TryWriteCookie"] = WriteOptions,
        ["EdnsOptionWriter.TryWriteTcpKeepalive"] = WriteOptions,
        ["EdnsOptionWriter.TryWritePadding"] = WriteOptions,
        ["CookieOption.TryParse"] = () => CookieOption.TryParse(Name.AsSpan(0, 16), out _),
    };

    [Fact]
    public void Every_member_on_the_hot_path_is_listed() =>
        Assert.Equal(HotPath.Members(typeof(WireName).Assembly), Calls.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Nothing_on_the_hot_path_allocates()
    {
        var allocating = new StringBuilder();
        foreach (var (member, call) in Calls)
        {
            if (HotPath.AllocatedBy(call) is > 0 and var octets)
                allocating.AppendLine($"{member}: {octets}");
        }

        Assert.Empty(allocating.ToString());
    }

    [Fact]
    public void The_measure_sees_one_octet_array_in_a_call()
    {
        object? kept = null;

        Assert.True(HotPath.AllocatedBy(() => kept = new byte[1]) > 0);
        Assert.NotNull(kept);
    }

    private static ParsedName Parsed()
    {
        ParsedName.TryParse(Name, 0, out var name, out _);
        return name;
    }

    private static void Read()
    {
        MessageReader.TryStart(Message, out var reader);
        reader.TrySkipQuestions();
        while (reader.TryReadRecord(out var record))
            RdataExpander.TryExpand(record, Expanded, out _);
    }

    private static void Write()
    {
        var writer = new MessageWriter(Buffer) { Reserved = EdnsHeader.RecordLength };
        writer.TryWriteQuestion(Name, RecordType.Mx, RecordClass.In);
        var mark = writer.SetMark();
        writer.TryWriteRecords(Section.Answer, Other, Set, new(9), 1);
        writer.RollBack(mark);
        writer.TryWriteRecords(Section.Answer, Other, Set, new(9), 1);
        writer.TryWriteSignatures(Section.Answer, Name, Set, new(9));
        writer.TryWriteRecord(Section.Additional, Name, RecordType.A, RecordClass.In, 9, [1, 2, 3, 4]);
        writer.TryWriteOpt(new(1232, 0, 0, 0), []);
        writer.Finish(1, 2);
    }

    private static void WriteOptions()
    {
        var writer = new EdnsOptionWriter(Expanded);
        writer.TryWrite(EdnsOptionCode.Nsid, Name);
        writer.TryWriteExtendedError(ExtendedErrorCode.Other, "text"u8);
        writer.TryWriteCookie(Name.AsSpan(0, 8), Name.AsSpan(0, 8));
        writer.TryWriteTcpKeepalive(100);
        writer.TryWritePadding(20);
    }

    private static void FindOption()
    {
        if (EdnsOptions.TryParse([0, 3, 0, 0, 0, 10, 0, 0], out var options))
            options.TryFind(EdnsOptionCode.Cookie, out _);
    }

    private static byte[] Compose()
    {
        Write();
        MessageHeader.TryRead(Buffer, out var header);
        return header.AnswerCount == 3 ? Buffer : [];
    }
}
