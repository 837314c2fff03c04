import { mount } from 'svelte';
import App from './App.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('The page has no #app to mount on.');

mount(App, { target });
document.documentElement.dataset['app'] = 'ready';
