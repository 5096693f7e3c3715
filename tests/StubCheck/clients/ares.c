/* Looks a name up with c-ares: ares NAME 4|6. One address a line, or "none N". */
#include <ares.h>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>

static void print_all(void *unused, int status, int timeouts, struct ares_addrinfo *found)
{
    struct ares_addrinfo_node *each;
    char text[INET6_ADDRSTRLEN];

    (void)unused;
    (void)timeouts;
    if (status != ARES_SUCCESS) {
        printf("none %d\n", status);
        return;
    }
    for (each = found->nodes; each; each = each->ai_next) {
        const void *octets = each->ai_family == AF_INET
            ? (const void *)&((struct sockaddr_in *)each->ai_addr)->sin_addr
            : (const void *)&((struct sockaddr_in6 *)each->ai_addr)->sin6_addr;
        puts(inet_ntop(each->ai_family, octets, text, sizeof text));
    }
    ares_freeaddrinfo(found);
}

int main(int argc, char **argv)
{
    struct ares_addrinfo_hints hints;
    ares_channel channel;

    if (argc != 3 || ares_library_init(ARES_LIB_INIT_ALL) != ARES_SUCCESS || ares_init(&channel) != ARES_SUCCESS)
        return 2;
    memset(&hints, 0, sizeof hints);
    hints.ai_family = argv[2][0] == '4' ? AF_INET : argv[2][0] == '6' ? AF_INET6 : AF_UNSPEC;
    hints.ai_flags = ARES_AI_NOSORT;
    ares_getaddrinfo(channel, argv[1], NULL, &hints, print_all, NULL);
    for (;;) {
        fd_set reads, writes;
        struct timeval limit, *wait;
        int count;

        FD_ZERO(&reads);
        FD_ZERO(&writes);
        count = ares_fds(channel, &reads, &writes);
        if (count == 0)
            break;
        wait = ares_timeout(channel, NULL, &limit);
        select(count, &reads, &writes, NULL, wait);
        ares_process(channel, &reads, &writes);
    }
    ares_destroy(channel);
    return 0;
}
