import { Module } from '@nestjs/common';
import { PeopleModule } from '@app/features/people/index.js';
import { AreaDirectory } from './area-directory.js';
import { PlaceLists } from './place-lists.js';
import { PlacesController } from './places.controller.js';

@Module({
  imports: [PeopleModule],
  controllers: [PlacesController],
  providers: [AreaDirectory, PlaceLists],
  exports: [AreaDirectory],
})
export class AssociationsModule {}
