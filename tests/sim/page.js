// The page of the simulation: what the platforms hold, drawn as text; a message is drawn anew only when it changed.

const channelsElement = document.getElementById('channels');
const toastElement = document.getElementById('toast');

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== false && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

async function post(path, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const given = await answer.json();
  await refresh();
  return given;
}

let hiding = 0;
function toast(words) {
  toastElement.textContent = words;
  toastElement.classList.add('shown');
  clearTimeout(hiding);
  hiding = setTimeout(() => toastElement.classList.remove('shown'), 2000);
}

async function press(channel, chat, message, button, form) {
  const who = chat.querySelector('select[name=who]')?.value;
  const { toast: words } = await post('/press', { channel, message, who, button, form });
  if (words) toast(words);
}

function fieldElement(field) {
  const attributes = { name: field.name, required: field.required };
  if (field.options) {
    const options = field.options.map(({ value, label }) => element('option', { value }, label));
    return element('select', attributes, element('option', { value: '' }, ''), ...options);
  }
  return element(field.multiline ? 'textarea' : 'input', attributes);
}

function buttonElement(button, onPress) {
  if (!button.form)
    return element('button', { class: button.style, onclick: () => onPress(button.press, {}) }, button.label);
  const fields = button.form.map((field) => element('label', {}, field.label, fieldElement(field)));
  const submit = (event) => {
    event.preventDefault();
    onPress(button.press, Object.fromEntries(new FormData(event.target)));
  };
  const form = element('form', { onsubmit: submit }, ...fields);
  form.append(element('button', { class: 'primary' }, button.label));
  return element('details', {}, element('summary', {}, button.label), form);
}

function cardElement(card, onPress) {
  const body = element('div', { class: 'body' });
  let facts = null;
  for (const { label, text } of card.parts) {
    if (label === undefined) {
      facts = null;
      body.append(element('p', {}, text));
      continue;
    }
    if (!facts) {
      facts = element('dl');
      body.append(facts);
    }
    facts.append(element('dt', {}, label), element('dd', {}, text));
  }
  const made = card.buttons.map((button) => buttonElement(button, onPress));
  const row = element('div', { class: 'buttons' }, ...made.filter((one) => one.tagName === 'BUTTON'));
  body.append(row, ...made.filter((one) => one.tagName !== 'BUTTON'));
  return element('div', { class: `card ${card.colour}` }, element('h4', {}, card.title), body);
}

function messageElement(channel, chat, message) {
  const onPress = (button, form) => press(channel, chat, message.id, button, form);
  const wire = element('pre');
  const show = () => {
    wire.textContent = JSON.stringify(message.raw, null, 2);
  };
  const raw = element('details', { ontoggle: show }, element('summary', {}, 'JSON'), wire);
  return element(
    'div',
    { class: message.from === null ? 'message' : 'message person', 'data-id': message.id },
    element('div', { class: 'name' }, message.from ?? '服务台'),
    ...(message.answers ? [element('div', { class: 'answers' }, `回复：${message.answers}`)] : []),
    message.card
      ? cardElement(message.card, onPress)
      : element('div', { class: 'bubble' }, message.text ?? ''),
    element('div', { class: 'foot' }, message.changes > 0 ? `已更新 ${message.changes} 次` : '', raw),
  );
}

function chatElement(channel, chat) {
  const people = chat.people.map(({ id, name }) => element('option', { value: id }, name));
  const said = element('input', { name: 'text', autocomplete: 'off', placeholder: '说点什么' });
  const say = (event) => {
    event.preventDefault();
    const { who, text } = Object.fromEntries(new FormData(event.target));
    said.value = '';
    if (text.trim()) post('/say', { channel: channel.name, chat: chat.id, who, text });
  };
  return element(
    'div',
    { class: 'chat', 'data-chat': chat.id },
    element('h3', {}, chat.title),
    element('div', { class: 'messages' }),
    element(
      'form',
      { class: 'say', onsubmit: say },
      element('select', { name: 'who' }, ...people),
      said,
      element('button', {}, '发送'),
    ),
  );
}

function channelElement(channel) {
  const away = element('input', {
    type: 'checkbox',
    style: 'width:auto',
    onchange: (event) => post('/away', { channel: channel.name, away: event.target.checked }),
  });
  const title = element('h2', {}, channel.title, element('label', { class: 'foot' }, away, ' 平台断线'));
  const chats = channel.chats.map((chat) => chatElement(channel, chat));
  return element(
    'section',
    { 'data-channel': channel.name },
    title,
    element('div', { class: 'chats' }, ...chats),
  );
}

const drawn = new Map();

async function refresh() {
  const channels = await (await fetch('/state')).json();
  for (const channel of channels) {
    let section = channelsElement.querySelector(`[data-channel="${channel.name}"]`);
    if (!section) {
      section = channelElement(channel);
      channelsElement.append(section);
    }
    for (const message of channel.messages) {
      const state = JSON.stringify(message);
      if (drawn.get(message.id) === state) continue;
      const chat = section.querySelector(`[data-chat="${message.chat}"]`);
      const list = chat?.querySelector('.messages');
      if (!list) continue;
      const made = messageElement(channel.name, chat, message);
      const before = list.querySelector(`[data-id="${message.id}"]`);
      if (before) before.replaceWith(made);
      else list.append(made);
      drawn.set(message.id, state);
      if (!before) list.scrollTop = list.scrollHeight;
    }
  }
}

setInterval(() => refresh().catch(() => {}), 700);
refresh();
