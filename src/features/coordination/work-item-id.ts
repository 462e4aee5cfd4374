import type { WorkKind } from '@app/contracts/http/work-items.js';

/** Where an item of the work list is read from. */
export interface WorkItemKey {
  readonly kind: WorkKind;
  readonly organisationId: string;
  readonly subjectId: string;
}

export function workItemId({ kind, organisationId, subjectId }: WorkItemKey): string {
  return `${kind}.${organisationId}.${subjectId}`;
}

/** The key of an id that the contract has checked. */
export function workItemKey(id: string): WorkItemKey {
  const [kind, organisationId = '', subjectId = ''] = id.split('.');
  return { kind: kind as WorkKind, organisationId, subjectId };
}
