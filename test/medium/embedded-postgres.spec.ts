import { afterEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@app/platform/embedded/embedded-postgres.js';
import { temporaryFolder } from '../support/temp-folder.js';

/** A crash is only told from an orderly stop when nothing is lost, so these servers do write to disk. */
const started: EmbeddedPostgres[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.stop()));
});

async function start(dataDir: string, lines: string[] = [], reachableFolder?: string): Promise<EmbeddedPostgres> {
  const log = (line: string): void => void lines.push(line);
  const server = await startEmbeddedPostgres({ dataDir, log, ...(reachableFolder && { reachableFolder }) });
  started.push(server);
  return server;
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  it('gives an owner that is no superuser, in UTF-8 and UTC, on loopback only, with a password that only we can read', async () => {
    const dataDir = temporaryFolder('zb embedded-');
    const { ownerUrl } = await start(dataDir);
    const [facts] = await query(
      ownerUrl,
      `select current_setting('server_encoding') as encoding, current_setting('TimeZone') as zone, lower('ÉÏ') as lower,
                current_setting('listen_addresses') as addresses, current_setting('fsync') as fsync,
                (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as powerful`,
    );
    expect(facts).toEqual({
      encoding: 'UTF8',
      zone: 'UTC',
      lower: 'éï',
      addresses: '127.0.0.1',
      fsync: 'on',
      powerful: false,
    });
    expect(statSync(join(dataDir, 'postgres-passwords.json')).mode & 0o777).toBe(0o600);
    await expect(query(ownerUrl.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
  });

  it('brings the extensions that the product needs, for the owner to install', async () => {
    const { ownerUrl } = await start(temporaryFolder('zb-embedded-'));
    for (const extension of ['pg_trgm', 'btree_gist', 'unaccent', 'pgcrypto', 'citext'])
      await query(ownerUrl, `create extension ${extension}`);
    const rows = await query<{ extname: string }>(ownerUrl, 'select extname from pg_extension order by 1');
    expect(rows.map((row) => row.extname)).toEqual(
      expect.arrayContaining(['btree_gist', 'citext', 'pg_trgm', 'pgcrypto', 'unaccent']),
    );
  });

  it('keeps what was committed over a stop and a start, on the same port, in a folder with spaces and accents', async () => {
    const dataDir = join(temporaryFolder('zb-embedded-'), 'Zórgzame buurten ë 1');
    const first = await start(dataDir);
    await query(first.ownerUrl, 'create table kept as select 42 as answer');
    await first.stop();
    await expect(query(first.ownerUrl, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
    const second = await start(dataDir);
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await query(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('takes another port when another program has taken that of the last run', async () => {
    const dataDir = temporaryFolder('zb-embedded-');
    const first = await start(dataDir);
    await first.stop();
    const taken = await listen(Number(new URL(first.ownerUrl).port));
    try {
      const second = await start(dataDir);
      expect(new URL(second.ownerUrl).port).not.toBe(new URL(first.ownerUrl).port);
      expect(await query(second.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    } finally {
      taken.close();
    }
  });

  it('says what the server said when it cannot start, and leaves nothing running', async () => {
    const dataDir = temporaryFolder('zb-embedded-');
    const bad = { dataDir, log: () => undefined, settings: { shared_buffers: 'a lot' } };
    await expect(startEmbeddedPostgres(bad)).rejects.toThrow(/shared_buffers/);
    expect(readdirSync(join(dataDir, 'postgres'))).not.toContain('postmaster.pid');
  });
});

describe('after a run that was killed', () => {
  it('stops the server that was left running and starts its own, with what was committed', async () => {
    const dataDir = temporaryFolder('zb-embedded-');
    const left = await start(dataDir);
    await query(left.ownerUrl, 'create table kept as select 42 as answer');
    const lines: string[] = [];
    const next = await start(dataDir, lines);
    expect(next.pid).not.toBe(left.pid);
    expect(lines.join()).toContain(`process ${left.pid}`);
    expect(await query(next.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('recovers a server that was killed itself (kill -9), with what was committed', async () => {
    const dataDir = temporaryFolder('zb-embedded-');
    const killed = await start(dataDir);
    await query(killed.ownerUrl, 'create table kept as select 42 as answer');
    process.kill(killed.pid, 'SIGKILL');
    const next = await start(dataDir);
    expect(await query(next.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('leaves a stranger alone who now has the process number that the lock file names', async () => {
    const dataDir = temporaryFolder('zb-embedded-');
    const first = await start(dataDir);
    await first.stop();
    const lockFile = join(dataDir, 'postgres', 'postmaster.pid');
    writeFileSync(lockFile, `${process.pid}\n${join(dataDir, 'postgres')}\n1\n5432\n\n127.0.0.1\n\nready\n`);
    const next = await start(dataDir);
    expect(await query(next.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(readFileSync(lockFile, 'utf8').startsWith(`${next.pid}\n`)).toBe(true);
  });

  it('makes the cluster anew when the first start was killed half-way', async () => {
    const dataDir = temporaryFolder('zb-embedded-');
    mkdirSync(join(dataDir, 'postgres.new'));
    writeFileSync(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n');
    writeFileSync(join(dataDir, 'postgres.password'), 'left behind\n');
    const { ownerUrl } = await start(dataDir);
    expect(await query(ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(readdirSync(dataDir).filter((name) => /new|password$/.test(name))).toEqual([]);
  });
});

const asRoot = process.getuid?.() === 0 ? it : it.skip;

describe('as root', () => {
  asRoot(
    'keeps the database in a folder that its user can reach when the data folder lies in a closed one, and says so',
    async () => {
      const closed = temporaryFolder('zb-embedded-');
      chmodSync(closed, 0o700);
      const reachable = temporaryFolder('zb-reachable-');
      const dataDir = join(closed, 'gegevens');
      const lines: string[] = [];
      const first = await start(dataDir, lines, reachable);
      await query(first.ownerUrl, 'create table kept as select 42 as answer');
      expect(lines.join('\n')).toContain(`cannot reach ${dataDir}; the database itself is kept in ${reachable}`);
      await first.stop();
      const second = await start(dataDir, [], reachable);
      expect(await query(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
    },
  );

  asRoot(
    'makes folders that its user can reach under a strict umask, with files that no one else can read',
    async () => {
      const before = process.umask(0o077);
      try {
        const dataDir = join(temporaryFolder('zb-embedded-'), 'gegevens');
        const lines: string[] = [];
        const { ownerUrl } = await start(dataDir, lines);
        expect(await query(ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
        expect(lines).toEqual([]);
        expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
      } finally {
        process.umask(before);
      }
    },
  );

  asRoot('never runs the server as root', async () => {
    const { pid } = await start(temporaryFolder('zb-embedded-'));
    const uid = execFileSync('ps', ['-o', 'uid=', '-p', String(pid)], { encoding: 'utf8' });
    expect(Number(uid)).toBeGreaterThan(0);
  });
});

async function listen(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}
