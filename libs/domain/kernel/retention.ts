/**
 * How long what people entrust to us is kept. The program that takes it away and the page that tells about it read the
 * same numbers.
 */
export const retention = {
  /** Address and telephone number, for the neighbour who helped. */
  contactHours: 24,
  /** Words of a request, of messages and of thanks, after the request closed. */
  wordsDays: 30,
  /** Words of thanks on the public wall. */
  wallDays: 365,
  /** An address that was never confirmed with a code. */
  unverifiedDays: 7,
  /** An account that nobody uses: a letter after so many months, */
  inactiveMonths: 12,
  /** and so much later it is gone. */
  noticeMonths: 1,
  /** An answer by mail that could not be passed on, after it was given back. */
  returnedReplyDays: 3,
  /** What somebody wrote about the site. */
  feedbackDays: 90,
  /** Being signed in on a device. */
  sessionDays: 30,
  /** What a device keeps to be read without internet. */
  deviceHours: 24,
} as const;
