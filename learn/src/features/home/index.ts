export { HomeScreen } from './home-screen.js';
