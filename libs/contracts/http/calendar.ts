import { z } from 'zod';
import { defineOperation } from './operation.js';
import { instantSchema } from './primitives.js';

const tag = 'Calendar';
const feedSchema = z
  .object({ createdAt: instantSchema.nullable().describe('Null when there is no feed') })
  .meta({ id: 'CalendarFeed' });

export const getCalendarFeed = defineOperation({
  id: 'getCalendarFeed',
  method: 'get',
  path: '/v1/calendar-feed',
  tag,
  summary: 'Whether you have a feed of your agreements for your own calendar; its address is told only once',
  access: 'signed-in',
  success: { status: 200, description: 'Your feed', body: feedSchema },
  problems: [],
});

export const makeCalendarFeed = defineOperation({
  id: 'makeCalendarFeed',
  method: 'post',
  path: '/v1/calendar-feed',
  tag,
  summary: 'Make a secret address for your calendar; an earlier one stops working',
  access: 'signed-in',
  success: {
    status: 201,
    description: 'The address; whoever has it sees when you help and are helped, without names',
    body: z.object({ url: z.url() }).meta({ id: 'NewCalendarFeed' }),
  },
  problems: [],
});

export const endCalendarFeed = defineOperation({
  id: 'endCalendarFeed',
  method: 'delete',
  path: '/v1/calendar-feed',
  tag,
  summary: 'Stop the feed; its address shows nothing from now on',
  access: 'signed-in',
  success: { status: 204, description: 'Stopped' },
  problems: [],
});
