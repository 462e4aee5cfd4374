/** At most this many agreements a person that are not over. */
export const MAX_OPEN_AGREEMENTS = 3;
