import { describe, expect, it } from '@jest/globals';
import { Ajv, type AnySchemaObject } from 'ajv';
import addFormatsModule from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

interface Service {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly volumes?: readonly string[];
  readonly configs?: readonly { readonly source: string }[];
  readonly deploy?: { readonly replicas?: number };
}
interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>;
  readonly configs: Readonly<Record<string, { readonly content: string }>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const text = read('docker-compose.yml');
const file = parse(text, { merge: true }) as ComposeFile;
const service = (name: string): Service => {
  const found = file.services[name];
  if (!found) throw new Error(`There is no service ${name}.`);
  return found;
};

/** The schema of the Compose specification, as the package dclint carries it. */
function faultsOf(compose: unknown): string[] {
  const schema = JSON.parse(read('node_modules/dclint/schemas/compose.schema.json')) as AnySchemaObject;
  // Names its dialect by an address that validators do not know it by; it is the default one.
  delete schema['$schema'];
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormatsModule.default(ajv);
  // Formats of the specification that no validator has; the values are read by the Docker engine alone.
  for (const format of ['duration', 'ports', 'expose', 'subnet_ip_address']) ajv.addFormat(format, true);
  const validate = ajv.compile(schema);
  return validate(compose) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

describe('docker-compose.yml', () => {
  it('fits the schema of the Compose specification', () => {
    expect(faultsOf(file)).toEqual([]);
  });

  it('is checked by a schema that refuses what is wrong', () => {
    const { postgres, ...others } = file.services;
    expect(faultsOf({ ...file, services: { ...others, postgres: { ...postgres, imagee: 'postgres' } } })).not.toEqual(
      [],
    );
    expect(faultsOf({ ...file, services: { ...others, postgres: { ...postgres, ports: { 80: 80 } } } })).not.toEqual(
      [],
    );
  });

  it('refers only to services, networks, volumes and configurations that it has', () => {
    const known = (section: object): string[] => Object.keys(section);
    for (const [name, { depends_on = {}, networks = [], configs = [], volumes = [] }] of Object.entries(
      file.services,
    )) {
      expect({ name, missing: Object.keys(depends_on).filter((other) => !file.services[other]) }).toEqual({
        name,
        missing: [],
      });
      expect(known(file.networks)).toEqual(expect.arrayContaining([...networks]));
      expect(known(file.configs)).toEqual(expect.arrayContaining(configs.map(({ source }) => source)));
      expect(known(file.volumes)).toEqual(expect.arrayContaining(volumes.map((volume) => volume.split(':')[0])));
    }
  });

  it('plays each role: two web, two workers, one relay, after the migrations', () => {
    const replicas = ['web', 'worker', 'relay'].map((name) => [
      service(name).environment?.['PROCESS_ROLES'],
      service(name).deploy?.replicas ?? 1,
      service(name).depends_on?.['migrate']?.condition,
    ]);
    expect(replicas).toEqual([
      ['web', 2, 'service_completed_successfully'],
      ['worker', 2, 'service_completed_successfully'],
      ['relay', 1, 'service_completed_successfully'],
    ]);
    expect(service('migrate').command).toEqual(['node', 'dist/src/migrate.js']);
  });

  it('lets only the migration step know the owner of the database', () => {
    const owners = Object.entries(file.services)
      .filter(([, { environment = {} }]) =>
        Object.values(environment).some((value) => value.includes('zorgzame_owner')),
      )
      .map(([name]) => name);
    expect(owners).toEqual(['migrate']);
    for (const name of ['web', 'worker', 'relay', 'migrate']) {
      expect(service(name).environment?.['DATABASE_APP_URL']).toMatch(/^postgresql:\/\/zorgzame_app:/);
    }
    expect(service('web').environment?.['DATABASE_URL']).toBeUndefined();
  });

  it('opens ports of the proxy alone, and keeps the stores on a network without a way out', () => {
    expect(Object.keys(file.services).filter((name) => service(name).ports)).toEqual(['proxy']);
    expect([service('postgres').networks, service('valkey').networks]).toEqual([['inside'], ['inside']]);
    expect(file.networks['inside']).toEqual({ internal: true });
    expect(service('proxy').networks).toEqual(['outside']);
  });

  it('keeps every job of the queue: nothing evicted, everything written', () => {
    expect(service('valkey').command?.join(' ')).toMatch(/--appendonly yes.*--maxmemory-policy noeviction/);
  });

  it('holds no secret, and names in .env.example every variable that it asks for', () => {
    const asked = [...text.matchAll(/\$\{([A-Z_]+)[^}]*\}/g)].map(([, name]) => name!);
    const offered = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name!);
    expect(offered.toSorted()).toEqual([...new Set(asked)].toSorted());
    expect(asked.filter((name) => /PASSWORD|KEY/.test(name)).length).toBeGreaterThan(0);
    expect(read('.env.example')).toMatch(/^ENCRYPTION_KEY=$/m);
  });
});
