/** What deciding a command gives: facts to store, or one reason of a closed union why not. */
export type Decision<Event, Refusal extends string> =
  { readonly ok: true; readonly events: readonly Event[] } | { readonly ok: false; readonly refusal: Refusal };

/** A decision that holds. */
export function decided<Event>(...events: readonly Event[]): { readonly ok: true; readonly events: readonly Event[] } {
  return { ok: true, events };
}

/** A decision that says no, and why. */
export function refused<Refusal extends string>(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal };
}
