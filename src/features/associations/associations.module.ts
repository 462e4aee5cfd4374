import { Module } from '@nestjs/common';
import { PeopleModule } from '@app/features/people/index.js';
import { Absences } from './absences.js';
import { AbsencesController } from './absences.controller.js';
import { AreaDirectory } from './area-directory.js';
import { Colleagues } from './colleagues.js';
import { findNeighbourhoodFrom } from './geocoding/geocoders.js';
import { PostcodeTable } from './geocoding/postcode-table.js';
import { FileImportStore } from './file-imports/file-import.store.js';
import { FileImports } from './file-imports/file-imports.js';
import { FileImportsController } from './file-imports/file-imports.controller.js';
import { TakeFile } from './file-imports/take-file.js';
import { ImportsToWorkOn, WorkImport } from './file-imports/work-import.js';
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
import { TelephonePageController } from './telephone-page.controller.js';
import { TilePlaces } from './tile-places.js';
import { WhoAnswers } from './who-answers.js';

@Module({
  imports: [PeopleModule],
  controllers: [
    PlacesController,
    AbsencesController,
    SettingsController,
    MembersController,
    FileImportsController,
    TelephonePageController,
  ],
  providers: [
    Absences,
    AreaDirectory,
    AssociationSettings,
    Colleagues,
    FileImportStore,
    FileImports,
    ImportsToWorkOn,
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
    TakeFile,
    TilePlaces,
    WhoAnswers,
    WorkImport,
  ],
  exports: [AreaDirectory, Colleagues, WhoAnswers],
})
export class AssociationsModule {}
