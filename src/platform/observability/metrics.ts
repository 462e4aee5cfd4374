import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const secondsBuckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Everything this process counts, served at /metrics. Labels are routes, names and codes: never ids. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly http = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: secondsBuckets,
    registers: [this.registry],
  });
  readonly jobs = new Histogram({
    name: 'job_seconds',
    help: 'Time to handle a job, by name and result',
    labelNames: ['job', 'result'],
    buckets: secondsBuckets,
    registers: [this.registry],
  });
  readonly outboxOldestSeconds = new Gauge({
    name: 'outbox_oldest_pending_seconds',
    help: 'Age of the oldest event that was not handed to the queue',
    registers: [this.registry],
  });
  readonly outboxPublished = new Counter({
    name: 'outbox_published_total',
    help: 'Events handed to the queue',
    registers: [this.registry],
  });
  readonly notifications = new Counter({
    name: 'notifications_total',
    help: 'Messages by channel, template and result',
    labelNames: ['channel', 'template', 'result'],
    registers: [this.registry],
  });
  readonly notificationsFailing = new Gauge({
    name: 'notifications_failing',
    help: 'Messages whose last attempt failed and that are tried again; many of one channel: its server is away',
    labelNames: ['municipality', 'channel'],
    registers: [this.registry],
  });
  readonly replies = new Counter({
    name: 'reply_mails_total',
    help: 'Mails that came in for conversations, by what became of them',
    labelNames: ['outcome'],
    registers: [this.registry],
  });
  readonly asks = new Counter({
    name: 'asks_total',
    help: 'Neighbours asked',
    labelNames: ['urgency'],
    registers: [this.registry],
  });
  readonly answers = new Counter({
    name: 'matching_answers_total',
    help: 'Asks that were learned from, by the chance of a yes that was believed (lower bound of the group) and outcome',
    labelNames: ['believed_from', 'outcome'],
    registers: [this.registry],
  });
  readonly expectedYeses = new Counter({
    name: 'matching_expected_yeses_total',
    help: 'Sum of the believed chances of those asks: the rate of yeses in matching_answers_total less this rate is drift',
    labelNames: ['believed_from'],
    registers: [this.registry],
  });
  readonly drift = new Gauge({
    name: 'matching_drift',
    help: 'How strongly answers speak for yeses being likelier, or less likely, than believed; 8 is an alarm',
    labelNames: ['municipality', 'direction'],
    registers: [this.registry],
  });
  readonly outOfCalibration = new Gauge({
    name: 'matching_out_of_calibration',
    help: '1 while people say yes more, or less, often than believed',
    labelNames: ['municipality'],
    registers: [this.registry],
  });
  readonly sockets = new Gauge({
    name: 'sockets_open',
    help: 'Open websockets of this process',
    registers: [this.registry],
  });
  readonly auditHead = new Gauge({
    name: 'audit_head_sequence',
    help: 'Length of the audit trail when its head was last exported',
    labelNames: ['municipality'],
    registers: [this.registry],
  });
  readonly swept = new Counter({
    name: 'sweep_replanned_total',
    help: 'Overdue work the sweep found and planned again',
    labelNames: ['kind'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
