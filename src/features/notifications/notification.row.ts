import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NotificationTemplate, SendChannel } from '@app/contracts/jobs/job-map.js';
import { instant } from '@app/platform/database/instant-column.js';

export type NotificationStatus =
  'created' | 'sending' | 'sent' | 'failed-temporary' | 'failed-permanent' | 'unknown' | 'skipped';

/** One message to one person by one road; ids only, the words are made when it is sent or read. */
@Entity('notification')
export class NotificationRow {
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'event_id' }) eventId!: string;
  @Column('uuid', { name: 'recipient_id' }) recipientId!: string;
  @Column('text') channel!: SendChannel;
  @Column('text') template!: NotificationTemplate;
  @Column('uuid', { name: 'subject_id' }) subjectId!: string;
  @Column('text') status!: NotificationStatus;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('int') attempts!: number;
  @Column(instant('created_at')) createdAt!: number;
  @Column(instant('claimed_at', true)) claimedAt!: number | null;
  @Column(instant('next_attempt_at', true)) nextAttemptAt!: number | null;
  @Column(instant('sent_at', true)) sentAt!: number | null;
  @Column(instant('read_at', true)) readAt!: number | null;
}
