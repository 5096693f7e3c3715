namespace StubCheck.Wire;

/// <summary>One entry of a question section.</summary>
internal sealed record Question(WireName Name, ushort Type, ushort Class);
