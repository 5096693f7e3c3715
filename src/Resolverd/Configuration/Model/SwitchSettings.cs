using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>Parts that only serve speed or safety and can be switched off with no change in any answer.</summary>
internal sealed record SwitchSettings
{
    /// <summary>Whether ready-made answers are kept.</summary>
    public required bool PrebuiltAnswers { get; init; }

    /// <summary>Whether every answer is parsed again before it leaves.</summary>
    public required bool AnswerSelfCheck { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static SwitchSettings Read(SectionReader r) => new()
    {
        PrebuiltAnswers = r.Planned("prebuilt-answers", Kinds.Boolean, true,
            "Keep answers in wire form in front of the cache."),
        AnswerSelfCheck = r.Planned("answer-self-check", Kinds.Boolean, false,
            "Parse every answer again before it leaves and check its order."),
    };
}
