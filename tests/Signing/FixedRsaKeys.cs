using System.Security.Cryptography;

namespace Signing;

/// <summary>Two RSA keys that are public on purpose: making new ones would slow tests and unsettle seeds.</summary>
internal static class FixedRsaKeys
{
    private const string First =
        """
        MIICeAIBADANBgkqhkiG9w0BAQEFAASCAmIwggJeAgEAAoGBAL5yBkpiEPs1oq4+mucjurmHvPLQne1NDX3jVHnxqo6IsFxm5ytk
        I1rk7Nbv1wn/Ytr4Zv03XkiteNAILtJfqxIP3ssJJuVrboZScZLiLCKFJZmPtmrtitw1v1vVmznB+Lo6UPxdRLf/5lXHGCkFdClV
        bujKBWcdeLKtFQDkg49lAgMBAAECgYEAgRn1D7mY/2KlrG8+PRBohVryCLzJQlOooL1Zx+y+jS82Nv1/Glgg634i27Xs1Zct4Xjh
        ACjnnmcSbhwN+YjnAwMqmG7t4PJasl3viQ+hAyE6Y1arouAbnXMhNE2WFXKkbNsnU+3GHTWKi+lr3G+Y3BlI0HXDD8Y40PYIw5Ir
        6UUCQQD3weisF5QF23PWi63SHZYNJqOjaQetgGj7m5AD5sJpJPq0S7WyyLVuactYpMw3Um/C82+NQli8LmD+L5/jeZ1fAkEAxMgA
        rnefEhq8F65r54q9BSmgfc4o2eJ2akSq2UTAxu1qiFd8WjRPcFlgdw+OIh7qJyqc/SY6NMd5bqAVkJ1FuwJBAIHESK/KcbdXqCaZ
        ZmOFJ5CfylnOqzzO4y3V3uqMNQuJWN6SQQrxYUYBl4ZIWsYnIW6EvsrIE14NFLROEXq9uhUCQQCyL6juUsNn0W2gxABRmf+vPRJm
        2NeE9NvlPmi2dNtbRoDBFPc1d0i3ozcGmL9LhlLhRGUDlin+wOHkmnDskn0hAkAP+bS7Xik0cFuLQ8DkH7ELk0ts7lsj4ZtpSOnu
        C7Cve4lyCzCHyuQrqy746hdqd/HaxyCS7ssYk/wmLSCUFgt5
        """;

    private const string Second =
        """
        MIICdQIBADANBgkqhkiG9w0BAQEFAASCAl8wggJbAgEAAoGBAK6KSI9h79dgR8hf5H+g6UkKG5UldKGoJG9SylA//X2IBhH5yuqI
        Wpb6Ms2ZvuJhP8FBAfvAm5V1BXU0vf53tnMSFY0/aZTjaOEccE1KrlSGMD+iG8KVacHuuXlkDy3cq9WWPMk43j9UBOTM4o6gDLWB
        0NH1oX9TBHT74G0qjz0vAgMBAAECgYAE8LcTD+OZBgmiG0y9bBGOVrHnK9M8TCUT3ZUKZnVHW1VIpvheYROnWFedyC9F+xix4KQs
        uwvsVA6efaqvDDZmyWWqpqyVfONqb2uH+v8jbMl4HLt2vYDBvfX/HQ9L/BP4BQYvAeZYvklq0ZSoJ/5KQ8mmbhQlFwGUDr0ibJ1a
        oQJBAOcbzLul8xRCDGPU1jo6fC9I66lZUbsEDXB2zxKyet4sYbfgIsDGrmJ8bqcLl3sdnpjRvZkjXUKZ2trbudBUlVECQQDBVsLQ
        UyKkG3hHuTgPm6ui0jojDDVgm6GgG5l5MGSxf00XDdhHDSCFCeVhZHUNr/xDrX0BvmuZo7o9jxj1hAp/AkBemi+dZJnzYfIGb5pd
        7ZDmHjhxcyGUp10E+21aXvsStSIvDa3MMcgygnMdKA6TFBXWwoyVAjfrymUfD7CpSeZxAkB8/Rn0k8pRTXD07UjQzlKncEElZz8a
        tYJHf5A4SJDQLvwna0vmoxXi7ALec5M4xgzPs9icx/3H1ZEROvFnx3UBAkBX5ODKKbbHSw/XylI7Vfm/WAcyb0jAwJGFrAJ/lxYh
        20sQ7J1sa+ZEuQCLRgO42k2njrmcxUdX0jbUhG71pW61
        """;

    /// <summary>The first or the second, by the seed's parity.</summary>
    public static RSA Get(int seed)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(Convert.FromBase64String(int.IsOddInteger(seed) ? First : Second), out _);
        return rsa;
    }
}
