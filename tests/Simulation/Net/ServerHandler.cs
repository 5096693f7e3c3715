namespace Simulation.Net;

/// <summary>What a server does with one message.</summary>
public delegate void ServerHandler(ServerExchange exchange);
