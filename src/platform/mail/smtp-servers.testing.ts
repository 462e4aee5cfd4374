import { createServer, type AddressInfo, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** Where a server of a test listens, and how to stop it. */
export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** A mail server that a test scripts by hooks. */
export async function scriptedServer(hooks: ConstructorParameters<typeof SMTPServer>[0]): Promise<TestServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 50,
    ...hooks,
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  return {
    url: urlOf(listening.address() as AddressInfo),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** A listener on the bare socket, for what no decent mail server does. */
export async function bareServer(onConnection: (socket: Socket) => void): Promise<TestServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: urlOf(server.address() as AddressInfo),
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A refusal that names the address, as real servers do. */
export function smtpError(responseCode: number): Error {
  return Object.assign(new Error('wim@example.invalid is not welcome'), { responseCode });
}

function urlOf({ port }: AddressInfo): string {
  return `smtp://127.0.0.1:${String(port)}`;
}
