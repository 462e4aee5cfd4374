import { Module } from '@nestjs/common';
import { PeopleModule } from '@app/features/people/index.js';
import { Absences } from './absences.js';
import { AbsencesController } from './absences.controller.js';
import { AreaDirectory } from './area-directory.js';
import { Colleagues } from './colleagues.js';
import { PlaceLists } from './place-lists.js';
import { PlacesController } from './places.controller.js';
import { TilePlaces } from './tile-places.js';

@Module({
  imports: [PeopleModule],
  controllers: [PlacesController, AbsencesController],
  providers: [AreaDirectory, PlaceLists, TilePlaces, Colleagues, Absences],
  exports: [AreaDirectory, Colleagues],
})
export class AssociationsModule {}
