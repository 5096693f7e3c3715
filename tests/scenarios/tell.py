"""Tells how a replay run went: tell.py RESULT.json NOT-YET.txt. The list holds "SCENARIO  # reason" lines."""
import collections
import json
import sys


def main():
    with open(sys.argv[1]) as file:
        results = json.load(file)['results']
    with open(sys.argv[2]) as file:
        listed = {line.split('#')[0].strip() for line in file if line.split('#')[0].strip()}
    passed = failed = expected = 0
    counts = collections.Counter(each['status'] for each in results)
    for each in sorted(results, key=lambda each: each['scenario']):
        scenario, good = each['scenario'], each['status'] == 'pass'
        if each['status'] in ('excluded', 'inexpressible'):
            continue
        if good and scenario in listed:
            print('%s passes now: take it off the list' % scenario)
        if good:
            passed += 1
        elif scenario in listed:
            expected += 1
        else:
            failed += 1
            print('FAILED %s: %s: %s' % (scenario, each['status'], each.get('reason', '')))
    print('scenarios: ' + ', '.join('%d %s' % (count, status) for status, count in sorted(counts.items())))
    print('%d fail as the list says' % expected)
    print('%d passed, %d failed' % (passed, failed))
    return 1 if failed or not results else 0


sys.exit(main())
