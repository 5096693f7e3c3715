namespace Simulation.Rpl;

/// <summary>Settings that one suite keeps outside its scenario files.</summary>
internal static class ExtraSettings
{
    private static readonly string[] Private =
    [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.168.0.0/16", "::/128", "::1/128", "fc00::/7", "fe80::/10",
    ];

    public static void Apply(string scenario, ScenarioSettings settings)
    {
        switch (scenario)
        {
            case "kresd/fwd_insecure_but_rrsig_signer_invalid.rpl":
                settings.Forwards.Add(new(".", ["8.8.8.8"], FallsBack: false));
                break;
            case "kresd/broken-ipvx.rpl" or "kresd/broken-ipv6.rpl":
                settings.Forwards.Add(new(".", ["::1:2:3:4", "1.2.3.4"], FallsBack: false));
                break;
            case "kresd/module_serve_stale.rpl":
                settings.Stale = new() { MaxSeconds = 86_400, ReplyTtl = 1, ClientTimeoutMs = 1800 };
                break;
            case "kresd/module_rebinding.rpl":
                settings.PrivateAddresses.AddRange(Private);
                break;
            case "kresd/refuse_nord.rpl":
                settings.AnswersNonRecursive = false;
                break;
        }
    }
}
