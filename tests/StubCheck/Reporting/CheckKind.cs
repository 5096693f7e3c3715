namespace StubCheck.Reporting;

/// <summary>What kind of judge a check is.</summary>
internal enum CheckKind
{
    /// <summary>A rule of the layout.</summary>
    Rule,

    /// <summary>A model of a client.</summary>
    Model,

    /// <summary>A real client of this machine.</summary>
    Client,
}
