import { z } from 'zod';

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly $ref?: string;
}

const formats: Readonly<Record<string, string>> = {
  uuid: '0198c5b2-0000-7000-8000-000000000001',
  email: 'iemand@example.invalid',
  'date-time': '2027-03-02T15:00:00Z',
  date: '2027-03-02',
};
/** Texts that fit the patterns of the contract; the first that does is taken. */
const texts = [
  'Een paar woorden',
  '16:00',
  '06 12345678',
  'BU90010000',
  '123456',
  '3',
  'nl',
  'https://example.invalid/x',
];

/** The smallest value that a schema asks for. */
export function sampleOf(schema: z.ZodType): unknown {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema & {
    readonly $defs?: Readonly<Record<string, Schema>>;
  };
  const resolve = (ref: string): Schema => json.$defs?.[ref.replace('#/$defs/', '')] ?? {};
  return valueOf(json, resolve);
}

/** Names of the fields that a body has a place for. */
export function fieldsOf(schema: z.ZodType): ReadonlySet<string> {
  const {
    properties = {},
    anyOf = [],
    oneOf = [],
    allOf = [],
  } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as Schema;
  const all = [properties, ...[...anyOf, ...oneOf, ...allOf].map((one) => one.properties ?? {})];
  return new Set(all.flatMap((one) => Object.keys(one)));
}

function valueOf(schema: Schema, resolve: (ref: string) => Schema): unknown {
  if (schema.$ref !== undefined) return valueOf(resolve(schema.$ref), resolve);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const [first] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];
  if (first !== undefined) return valueOf(first, resolve);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, valueOf(schema.properties?.[name] ?? {}, resolve)]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => valueOf(schema.items ?? {}, resolve));
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return textOf(schema);
  }
}

function textOf({ format, pattern }: Schema): string {
  const known = format === undefined ? undefined : formats[format];
  if (known !== undefined) return known;
  const fits = pattern === undefined ? () => true : (text: string) => new RegExp(pattern).test(text);
  return texts.find(fits) ?? 'x'.repeat(40);
}
