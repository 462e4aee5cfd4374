import type { Category } from '@app/contracts/http/vocabulary.js';
import type { CategoryText } from './word-shapes.js';

/** The kinds of help in English. */
export const enCategories: Record<Category, CategoryText> = {
  'walk-dog': {
    title: 'Walking the dog',
    willing: 'Walk a dog',
    question: 'walk the dog',
    about: 'walking the dog',
    does: ['Ring the bell and collect the dog', 'Take a short walk, on the lead', 'Bring the dog back'],
  },
  groceries: {
    title: 'Getting some groceries',
    willing: 'Get groceries',
    question: 'get some groceries',
    about: 'getting some groceries',
    does: ['See together what is needed', 'Get the groceries', 'Hand over the receipt'],
  },
  coffee: {
    title: 'Having coffee',
    willing: 'Have coffee',
    question: 'come and have coffee',
    about: 'having coffee',
    does: ['Ring the bell on time', 'Have a drink and talk together', 'Say when you are leaving'],
  },
  'walk-together': {
    title: 'Going for a walk together',
    willing: 'Walk together',
    question: 'go for a walk together',
    about: 'going for a walk together',
    does: ['Go for a walk together', 'Follow the pace of your neighbour', 'Walk back home together'],
  },
  meal: {
    title: 'Bringing a meal',
    willing: 'Bring a meal',
    question: 'bring a meal',
    about: 'bringing a meal',
    does: ['Ask what the person likes to eat', 'Cook one extra portion', 'Bring the meal to the door'],
  },
  ride: {
    title: 'A ride by car',
    willing: 'Drive by car',
    question: 'give a ride by car',
    about: 'a ride by car',
    does: ['Collect your neighbour at home', 'Drive calmly', 'Agree together on the way back'],
  },
  'odd-job': {
    title: 'A small job in the house',
    willing: 'Small job in the house',
    question: 'do a small job in the house',
    about: 'a small job in the house',
    does: ['See together what has to be done', 'Do the job if you can', 'Say what does not work'],
  },
  garden: {
    title: 'Something in the garden',
    willing: 'Small garden job',
    question: 'do something in the garden',
    about: 'something in the garden',
    does: ['See together what has to be done', 'Do a small part of the garden', 'Put the garden waste together'],
  },
  computer: {
    title: 'Help with phone or computer',
    willing: 'Help with a computer',
    question: 'help with a phone or computer',
    about: 'help with phone or computer',
    does: [
      'Sit beside your neighbour',
      'Look together, your neighbour does the typing',
      'Stop when it is about banking or passwords',
    ],
  },
  'keep-company': {
    title: 'Somebody to be there for a while',
    willing: 'Keep somebody company',
    question: 'keep somebody company for a while',
    about: 'somebody to be there for a while',
    does: ['Simply be there', 'Do something your neighbour likes', 'Call the carer if something is wrong'],
  },
  other: {
    title: 'Something else',
    willing: 'Something else that is small',
    question: 'help with something small',
    about: 'something small',
    does: ['Read what your neighbour asks', 'Do what you can', 'Say what does not work'],
  },
};
