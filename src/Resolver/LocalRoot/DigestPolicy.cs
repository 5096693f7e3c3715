namespace Resolver.LocalRoot;

/// <summary>What to do with a root zone whose digest cannot be checked.</summary>
public enum DigestPolicy : byte
{
    /// <summary>
    /// Take it if every signature and every proof holds, as before 2023-09, when there was no digest. What a digest
    /// protects besides, glue and NS records of delegations, is then as trustworthy as in any referral.
    /// </summary>
    SignaturesSuffice,

    /// <summary>Refuse it.</summary>
    DigestRequired,
}
