/** Whether a posted form has this field, also when nothing was filled in. */
export function has(body: unknown, field: string): boolean {
  return typeof body === 'object' && body !== null && Object.hasOwn(body, field);
}

/** A field of a posted form as trimmed text; '' when it is missing, repeated or not text. */
export function textOf(body: unknown, field: string): string {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, field)) return '';
  const value = (body as Record<string, unknown>)[field];
  return typeof value === 'string' ? value.trim() : '';
}

/** A field that has one of these values, or undefined. */
export function oneOf<Value extends string>(values: readonly Value[], body: unknown, field: string): Value | undefined {
  const text = textOf(body, field);
  return values.find((value) => value === text);
}
