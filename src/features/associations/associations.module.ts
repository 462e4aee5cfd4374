import { Module } from '@nestjs/common';
import { PeopleModule } from '@app/features/people/index.js';
import { Absences } from './absences.js';
import { AbsencesController } from './absences.controller.js';
import { AnsweringHours } from './answering-hours.js';
import { AreaDirectory } from './area-directory.js';
import { Colleagues } from './colleagues.js';
import { findNeighbourhoodFrom } from './geocoding/geocoders.js';
import { PostcodeTable } from './geocoding/postcode-table.js';
import { InvitationData } from './import/invitation-data.js';
import { MemberStore } from './members/member.store.js';
import { Members } from './members/members.js';
import { MembersController } from './members/members.controller.js';
import { PlaceLists } from './place-lists.js';
import { PlacesController } from './places.controller.js';
import { AssociationSettings } from './settings/association-settings.js';
import { ManagedAssociations } from './settings/managed-associations.js';
import { SettingsChanges } from './settings/settings-changes.js';
import { SettingsController } from './settings/settings.controller.js';
import { SettingsPresenter } from './settings/settings.presenter.js';
import { SettingsStore } from './settings/settings.store.js';
import { TilePlaces } from './tile-places.js';

@Module({
  imports: [PeopleModule],
  controllers: [PlacesController, AbsencesController, SettingsController, MembersController],
  providers: [
    Absences,
    AnsweringHours,
    AreaDirectory,
    AssociationSettings,
    Colleagues,
    InvitationData,
    ManagedAssociations,
    MemberStore,
    Members,
    PlaceLists,
    PostcodeTable,
    findNeighbourhoodFrom,
    SettingsChanges,
    SettingsPresenter,
    SettingsStore,
    TilePlaces,
  ],
  exports: [AnsweringHours, AreaDirectory, Colleagues],
})
export class AssociationsModule {}
