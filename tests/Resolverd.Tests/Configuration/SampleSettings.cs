namespace Resolverd.Tests.Configuration;

/// <summary>A file with every section and every form of value.</summary>
internal static class SampleSettings
{
    public const string Everything = """
        # A comment.
        server:
          identity: "ns1 (east)"
          nsid: "true"
        listen:
          udp: [127.0.0.1:5353, "[::1]:5353", 192.0.2.53]
          tcp:
            - 127.0.0.1:5353
          workers: 2
          sockets-per-address: auto
          missing-address: skip
          receive-buffer: 1MiB
        access:
          allow: [127.0.0.0/8, "::1/128", 192.0.2.7]
          denied-clients: drop
        recursion:
          qname-minimisation: off
          do-not-query: []
          outgoing-ipv6: ["2001:db8::1"]
          budget: { queries: 70, cpu-time: 1s }
          timeouts:
            first: 250ms
        forward-zones:
          - zone: corp.example
            addresses: [192.0.2.1, "[2001:db8::53]:5353"]
            first: true
          - { zone: ., addresses: [192.0.2.2] }
        cache:
          size: 33%
          max-ttl: 12h
          nxdomain-cut: always
          snapshot:
            path: cache.bin
        stale:
          client-timeout: 0ms
          max-age: 90m
        dnssec:
          negative-trust-anchors: [broken.example, 'a\.b.example.']
          fixed-time: 2026-10-11T00:00:00Z
        local-zones:
          - name: example
            primaries: [192.0.2.9]
            zonemd: permissive
        policy:
          static-hosts:
            - { name: router.lan, addresses: [192.168.0.1, "fd00::1"] }
          dns64-prefix: 64:ff9b::/96
        control:
          mode: "0600"
        state-dir: state
        logging:
          level: debug
          format: json
        switches:
        testing:
          enabled: true

        """;
}
