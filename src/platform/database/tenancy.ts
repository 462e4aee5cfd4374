/**
 * In whose name a transaction runs. Row level security reads it, so a query that forgets a filter
 * still sees only what these settings allow.
 */
export interface Tenancy {
  readonly municipalityId: string;
  /** `system` is for jobs and sign-in: all rows of this one municipality. */
  readonly scope: 'person' | 'system';
  readonly personId?: string | undefined;
  /** Associations and desks the person is coordinator or desk worker of. */
  readonly organisationIds?: readonly string[] | undefined;
  /** The one help request a command is about. */
  readonly subjectId?: string | undefined;
}

/** Transaction of the platform itself, in one municipality. */
export function asSystem(municipalityId: string): Tenancy {
  return { municipalityId, scope: 'system' };
}
