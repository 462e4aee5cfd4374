import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { MESSAGE_MAPPING_METADATA, MESSAGE_METADATA, GATEWAY_METADATA } from '@nestjs/websockets/constants.js';
import { describe, expect, it } from '@jest/globals';
import { operations } from '@app/contracts/http/index.js';
import { accessRules, type Operation } from '@app/contracts/http/operation.js';
import { clientMessages } from '@app/contracts/realtime/messages.js';
import { OPERATION } from '@app/platform/http/endpoint.js';
import { ACCESS } from '@app/platform/identity/access.guard.js';
import { Application } from '../support/application.js';
import { opened } from './engines.js';

const scene = opened(
  () => Application.open({ neighbours: 0, askers: 0 }),
  (application) => application.close(),
);

interface Handler {
  readonly controller: string;
  readonly method: string;
  readonly path: string;
  readonly access: unknown;
  readonly operation: Operation | undefined;
}

/** Routes outside the contract, each with the reason why it is there. */
const otherRoutes: Readonly<Record<string, { readonly access: string; readonly why: string }>> = {
  'GET /livez': { access: 'operations', why: 'probe, must answer without the database' },
  'GET /readyz': { access: 'operations', why: 'probe, must answer without the database' },
  'GET /v1/openapi.json': { access: 'operations', why: 'describes the contract itself' },
  'GET /': { access: 'operations', why: 'the web app' },
  'GET /*': { access: 'operations', why: 'the web app' },
  'GET /manifest.webmanifest': { access: 'operations', why: 'the web app' },
  'GET /service-worker.js': { access: 'operations', why: 'the web app' },
  'GET /favicon.svg': { access: 'operations', why: 'the web app' },
  'GET /antwoord/:token': { access: 'token', why: 'page behind a link in a message' },
  'POST /antwoord/:token': { access: 'token', why: 'page behind a link in a message' },
  'GET /bevestigen/:token': { access: 'token', why: 'page behind a link in a message' },
  'POST /bevestigen/:token': { access: 'token', why: 'page behind a link in a message' },
  'GET /afloop/:token': { access: 'token', why: 'page behind a link in a message' },
  'POST /afloop/:token': { access: 'token', why: 'page behind a link in a message' },
  'GET /pauze/:token': { access: 'token', why: 'page behind a link in a message' },
  'POST /pauze/:token': { access: 'token', why: 'page behind a link in a message' },
  'GET /afzeggen/:token': { access: 'token', why: 'page behind a link in a message' },
  'POST /afzeggen/:token': { access: 'token', why: 'page behind a link in a message' },
  'GET /geen-uitnodigingen/:token': { access: 'token', why: 'page behind a link in a message' },
  'POST /geen-uitnodigingen/:token': { access: 'token', why: 'page behind a link in a message' },
  'GET /cijfers': { access: 'token', why: 'public figures as a page' },
  'GET /cijfers/:file': { access: 'token', why: 'public figures as a page and as files' },
  'GET /bellen': { access: 'token', why: 'public telephone numbers as a page' },
  'GET /agenda/:file': { access: 'token', why: 'read by calendar programs, which cannot sign in' },
};

function handlers(): Handler[] {
  const { app } = scene();
  const reflector = app.get(Reflector);
  const names = new MetadataScanner();
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return names.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name]!;
        const method = reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
        if (method === undefined) return [];
        const prefix = String(reflector.get(PATH_METADATA, metatype as never) ?? '');
        const paths = [reflector.get<string | string[]>(PATH_METADATA, handler)].flat();
        return paths.map((path) => ({
          controller: `${metatype!.name}.${name}`,
          method: RequestMethod[method],
          path: `/${prefix}/${path}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1'),
          access: reflector.getAllAndOverride(ACCESS, [handler, metatype as never]),
          operation: reflector.get<Operation | undefined>(OPERATION, handler),
        }));
      });
    });
}

const route = ({ method, path }: Pick<Handler, 'method' | 'path'>): string => `${method} ${path}`;

describe('every HTTP route', () => {
  it('declares who may call it', () => {
    const rules = new Set<unknown>([...accessRules, 'operations', 'token']);
    expect(handlers().filter(({ access }) => !rules.has(access))).toStrictEqual([]);
  });

  it('is really served where it says', () => {
    const fastify = scene().app.getHttpAdapter().getInstance();
    const served = (handler: Handler): boolean => fastify.hasRoute({ method: handler.method, url: handler.path });
    expect(handlers().filter((handler) => !served(handler))).toStrictEqual([]);
  });

  it('serves one operation of the contract, and each operation has one route', () => {
    const served = handlers().flatMap(({ operation }) => (operation ? [operation.id] : []));
    expect(served.toSorted()).toStrictEqual(Object.keys(operations).toSorted());
    for (const { operation, method, path, access } of handlers()) {
      if (!operation) continue;
      expect([method, path]).toStrictEqual([
        operation.method.toUpperCase(),
        operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      ]);
      expect(access).toBe(operation.access);
    }
  });

  it('is outside the contract only with a reason', () => {
    const others = handlers().filter(({ operation }) => !operation);
    expect(Object.fromEntries(others.map((handler) => [route(handler), handler.access]))).toStrictEqual(
      Object.fromEntries(Object.entries(otherRoutes).map(([name, { access }]) => [name, access])),
    );
  });

  it('is absent for whoever calls one without a rule', async () => {
    const answer = await scene().client.raw('GET', '/v1/nothing-of-ours');
    expect(answer.problem().code).toBe('not-found');
  });
});

describe('every socket message', () => {
  it('declares who may send it, as the contract says', () => {
    const reflector = scene().app.get(Reflector);
    const found = scene()
      .app.get(DiscoveryService, { strict: false })
      .getProviders()
      .flatMap(({ instance, metatype }) => {
        if (!instance || !metatype || !reflector.get(GATEWAY_METADATA, metatype)) return [];
        const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
        return new MetadataScanner()
          .getAllMethodNames(prototype)
          .map((name) => prototype[name]!)
          .filter((handler) => reflector.get(MESSAGE_MAPPING_METADATA, handler))
          .map((handler) => [
            reflector.get<string>(MESSAGE_METADATA, handler),
            { access: reflector.get(ACCESS, handler) },
          ]);
      });
    expect(Object.fromEntries(found)).toStrictEqual({ ...clientMessages });
  });
});
