import { Injectable } from '@nestjs/common';
import { AdministrationStore } from './administration.store.js';
import { DepartmentDesk } from './department-desk.js';
import { Lights } from './lights.js';
import { MonthStandings } from './month-standings.js';
import { OfficeDesk } from './office-desk.js';

/** The desks a workbench is put together from. */
@Injectable()
export class Desks {
  constructor(
    readonly months: MonthStandings,
    readonly office: OfficeDesk,
    readonly department: DepartmentDesk,
    readonly lights: Lights,
    readonly administration: AdministrationStore,
  ) {}
}
