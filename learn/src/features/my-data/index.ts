export { MyDataScreen } from './my-data-screen.js';
