import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import type { McpDesk } from './mcp-desk.ts';
import { openMcpServer } from './mcp-server.ts';

/** Bytes that a request may have (contract §3). */
const MAX_BODY = 2_000_000;

/**
 * MCP over streamable HTTP, for whoever serves HTTP to mount: a request in, a response out. It keeps no session, so that
 * any number of clients, and any number of processes behind one address, may be served; who may ask, and from which
 * hosts and origins, is settled before it is called.
 */
export async function answerMcp(desk: McpDesk, request: Request): Promise<Response> {
  // No session, so no stream of notices to open and none to end.
  if (request.method !== 'POST') return new Response(null, { status: 405, headers: { allow: 'POST' } });
  const server = openMcpServer(desk);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true, maxRequestBodySize: MAX_BODY }); // prettier-ignore
  try {
    await server.connect(transport);
    return await transport.handleRequest(request);
  } finally {
    await server.close();
  }
}
