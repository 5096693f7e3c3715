using Dns;

namespace Simulation.Messages;

/// <summary>A question, its name in the case it came in.</summary>
public sealed record WireQuestion(DomainName Name, RecordType Type, RecordClass Class = RecordClass.In)
{
    /// <summary>"www.example. A", with the class where it is not IN.</summary>
    public override string ToString() =>
        Class == RecordClass.In ? $"{Name} {Mnemonic.Of(Type)}" : $"{Name} CLASS{(ushort)Class} {Mnemonic.Of(Type)}";
}
