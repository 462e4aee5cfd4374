import { z } from 'zod';

/** Light things first: the order is the order people are offered them in. */
export const categories = [
  'walk-dog',
  'groceries',
  'coffee',
  'walk-together',
  'meal',
  'ride',
  'odd-job',
  'garden',
  'computer',
  'keep-company',
  'other',
] as const;
export const categorySchema = z.enum(categories).meta({ id: 'Category' });
export type Category = z.infer<typeof categorySchema>;

export const urgencies = ['acute', 'planned'] as const;
export const urgencySchema = z.enum(urgencies).meta({ id: 'Urgency' });
export type Urgency = z.infer<typeof urgencySchema>;

export const requestStatuses = [
  'unconfirmed',
  'in-review',
  'open',
  'matched',
  'confirmed',
  'completed',
  'not-helped',
  'cancelled',
  'expired',
] as const;
export const requestStatusSchema = z.enum(requestStatuses).meta({ id: 'HelpRequestStatus' });
export type RequestStatus = z.infer<typeof requestStatusSchema>;

export const trustLevels = ['none', 'vouched', 'vog'] as const;
export const trustLevelSchema = z.enum(trustLevels).meta({ id: 'TrustLevel' });
export type TrustLevel = z.infer<typeof trustLevelSchema>;

export const roles = ['caregiver', 'neighbour', 'coordinator', 'desk', 'monitor', 'administrator'] as const;
export const roleSchema = z.enum(roles).meta({ id: 'Role' });
export type Role = z.infer<typeof roleSchema>;

export const dayParts = ['morning', 'afternoon', 'evening', 'night'] as const;
export const dayPartSchema = z.enum(dayParts).meta({ id: 'DayPart' });
export type DayPart = z.infer<typeof dayPartSchema>;

export const maxDistances = ['own-neighbourhood', 'district', 'municipality'] as const;
export const maxDistanceSchema = z.enum(maxDistances).meta({ id: 'MaxDistance' });
export type MaxDistance = z.infer<typeof maxDistanceSchema>;

export const channels = ['email', 'sms', 'voice'] as const;
export const channelSchema = z.enum(channels).meta({ id: 'Channel' });
export type Channel = z.infer<typeof channelSchema>;

export const languages = ['nl', 'en', 'uk', 'tr'] as const;
export const languageSchema = z.enum(languages).meta({ id: 'Language' });
export type Language = z.infer<typeof languageSchema>;

export const ageBands = ['under-18', '18-24', '25-44', '45-64', '65-79', '80-plus'] as const;
export const ageBandSchema = z.enum(ageBands).meta({ id: 'AgeBand' });
export type AgeBand = z.infer<typeof ageBandSchema>;

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export const weekdaySchema = z.enum(weekdays).meta({ id: 'Weekday' });
export type Weekday = z.infer<typeof weekdaySchema>;
