import type { Translation } from '../translation.js';

export const categories: Translation['categories'] = {
  names: {
    'walk-dog': {
      title: 'Walking the dog',
      willing: 'Walk a dog',
      does: ['Ring the bell and collect the dog', 'Take a short walk, on the lead', 'Bring the dog back'],
      examples: ['Boef needs to go outside, and I cannot leave.', 'Who can take our dog for a short walk?'],
    },
    groceries: {
      title: 'Getting some groceries',
      willing: 'Get groceries',
      does: ['See together what is needed', 'Get the groceries', 'Hand over the receipt'],
      examples: ['Who can get some groceries for me?', 'Could you collect something from the pharmacy?'],
    },
    coffee: {
      title: 'Having coffee',
      willing: 'Have coffee',
      does: ['Ring the bell on time', 'Have a drink and talk together', 'Say when you are leaving'],
      examples: ['Who would like a cup of coffee with me?', 'A chat would be nice.'],
    },
    'walk-together': {
      title: 'Going for a walk together',
      willing: 'Walk together',
      does: ['Go for a walk together', 'Follow the pace of your neighbour', 'Walk back home together'],
      examples: ['Who will go for a walk with me?', 'Going outside together, at an easy pace.'],
    },
    meal: {
      title: 'Bringing a meal',
      willing: 'Bring a meal',
      does: ['Ask what the person likes to eat', 'Cook one extra portion', 'Bring the meal to the door'],
      examples: ['Who can cook an extra portion for us?', 'We cannot cook today.'],
    },
    ride: {
      title: 'A ride by car',
      willing: 'Drive by car',
      does: ['Collect your neighbour at home', 'Drive calmly', 'Agree together on the way back'],
      examples: ['Who can drive me there and back?', 'We have to be somewhere at 10:00.'],
    },
    'odd-job': {
      title: 'A small job in the house',
      willing: 'Small job in the house',
      does: ['See together what has to be done', 'Do the job if you can', 'Say what does not work'],
      examples: ['A light bulb must be changed. I cannot reach it.', 'Who can hang a picture for me?'],
    },
    garden: {
      title: 'Something in the garden',
      willing: 'Small garden job',
      does: ['See together what has to be done', 'Do a small part of the garden', 'Put the garden waste together'],
      examples: ['The grass is too high. Who can mow a bit?', 'Who can sweep the leaves?'],
    },
    computer: {
      title: 'Help with phone or computer',
      willing: 'Help with a computer',
      does: [
        'Sit beside your neighbour',
        'Look together, your neighbour does the typing',
        'Stop when it is about banking or passwords',
      ],
      examples: ['My phone does not work well.', 'Who can help me make a video call?'],
    },
    'keep-company': {
      title: 'Somebody to be there for a while',
      willing: 'Keep somebody company',
      does: ['Simply be there', 'Do something your neighbour likes', 'Call the carer if something is wrong'],
      examples: ['Who can be with my husband? Then I can go out.', 'Who will come and sit with us for an hour?'],
    },
    other: {
      title: 'Something else',
      willing: 'Something else that is small',
      does: ['Read what your neighbour asks', 'Do what you can', 'Say what does not work'],
      examples: ['Who can help me with something small?'],
    },
  },
  doesNot: ['Give bodily care or medicine', 'Take money or a bank card', 'Stay longer than you want'],
};
