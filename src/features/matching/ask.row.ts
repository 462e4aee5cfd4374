import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReasonCode } from '@app/domain/matching/index.js';
import { instant } from '@app/platform/database/instant-column.js';

/** Why somebody said no, when they told. */
export type DeclineReason = 'not-now' | 'not-my-thing' | 'later';

export type AskStatus = 'pending' | 'yes' | 'no' | 'expired' | 'closed';

/** One neighbour asked about one request, with the policy that chose and why. */
@Entity('ask')
export class AskRow {
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'help_request_id' }) helpRequestId!: string;
  @Column('uuid', { name: 'association_id' }) associationId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('int') round!: number;
  @Column('text') status!: AskStatus;
  @Column('double precision') probability!: number;
  @Column('text', { array: true }) reasons!: ReasonCode[];
  @Column('text', { name: 'policy_version' }) policyVersion!: string;
  @Column(instant('created_at')) createdAt!: number;
  @Column(instant('expires_at')) expiresAt!: number;
  @Column(instant('answered_at', true)) answeredAt!: number | null;
  @Column('text', { name: 'decline_reason', nullable: true }) declineReason!: DeclineReason | null;
  @Column('uuid', { name: 'decision_id', nullable: true }) decisionId!: string | null;
  @Column('text', { nullable: true }) layout!: string | null;
  @Column('double precision', { array: true, nullable: true }) features!: number[] | null;
  @Column('double precision', { name: 'effect_mean', nullable: true }) effectMean!: number | null;
  @Column('double precision', { name: 'effect_variance', nullable: true }) effectVariance!: number | null;
  @Column('int', { name: 'belief_version', nullable: true }) beliefVersion!: number | null;
  @Column('text', { name: 'late_answer', nullable: true }) lateAnswer!: 'yes' | 'no' | null;
  @Column(instant('late_answer_at', true)) lateAnswerAt!: number | null;
  @Column(instant('taken_back_at', true)) takenBackAt!: number | null;
  /** By a message, or by an organiser on the telephone, who is in `calledBy`. */
  @Column('text') channel!: 'message' | 'phone';
  @Column('uuid', { name: 'called_by', nullable: true }) calledBy!: string | null;
  @Column(instant('learned_at', true)) learnedAt!: number | null;
}
