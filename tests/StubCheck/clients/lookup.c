/* Looks a name up with the C library it is built against: lookup NAME 4|6. One address a line, or "none N". */
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char **argv)
{
    struct addrinfo hints, *found, *each;
    char text[INET6_ADDRSTRLEN];
    int error;

    if (argc != 3)
        return 2;
    memset(&hints, 0, sizeof hints);
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_family = argv[2][0] == '4' ? AF_INET : argv[2][0] == '6' ? AF_INET6 : AF_UNSPEC;
    error = getaddrinfo(argv[1], NULL, &hints, &found);
    if (error) {
        printf("none %d\n", error);
        return 0;
    }
    for (each = found; each; each = each->ai_next) {
        const void *octets = each->ai_family == AF_INET
            ? (const void *)&((struct sockaddr_in *)each->ai_addr)->sin_addr
            : (const void *)&((struct sockaddr_in6 *)each->ai_addr)->sin6_addr;
        puts(inet_ntop(each->ai_family, octets, text, sizeof text));
    }
    return 0;
}
