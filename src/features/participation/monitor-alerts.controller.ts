import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { MonitorAlerts } from './monitor-alerts.js';

/** Alerts of the monitor. */
@Controller()
export class MonitorAlertsController {
  constructor(@Inject(MonitorAlerts) private readonly alerts: MonitorAlerts) {}

  @Endpoint(operations.listMonitorAlerts)
  async list(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.listMonitorAlerts) { params }: OperationInput<typeof operations.listMonitorAlerts>,
  ): Promise<OperationResult<typeof operations.listMonitorAlerts>> {
    return { alerts: await this.alerts.list(actor, params.id) };
  }

  @Endpoint(operations.acknowledgeAlert)
  acknowledge(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.acknowledgeAlert) { params, body }: OperationInput<typeof operations.acknowledgeAlert>,
  ): Promise<OperationResult<typeof operations.acknowledgeAlert>> {
    return this.alerts.acknowledge(actor, params.id, body.key);
  }
}
