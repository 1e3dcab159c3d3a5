// Texts of the server of the live page.

import { catalogue } from '../../i18n/catalogue.js';

export const t = catalogue('serve', {
  readOnly: {
    zh: '本次以 --read-only 打开，不写入任何文件。',
    en: 'The plan was opened with --read-only: nothing is written.',
  },
  notOfPlan: {
    zh: '“{path}”不是该设计图所由读取的文件，未写入。',
    en: "'{path}' is no file that the plan was read from; nothing was written.",
  },
  outside: {
    zh: '“{path}”不在设计图所在的文件夹内（或者经符号链接指向其外），未写入；请直接修改该文件。',
    en: "'{path}' lies outside the folder of the plan, or leads out of it through a symbolic link; nothing was written. Edit that file itself.",
  },
  gone: {
    zh: '“{path}”已不存在或者不能读取，未写入。',
    en: "'{path}' is no longer there, or can't be read; nothing was written.",
  },
  changed: {
    zh: '“{path}”已在别处修改，未写入。',
    en: "'{path}' has been changed elsewhere; nothing was written.",
  },
  notEdited: {
    zh: '编辑器未作此改动（文字已变，或者不可修改），未写入。',
    en: 'The editor has not made this change: its text is another now, or can’t be changed; nothing was written.',
  },
  notText: {
    zh: '“{path}”不是UTF-8文本，未写入。',
    en: "'{path}' is no text in UTF-8; nothing was written.",
  },
  badRequest: {
    zh: '写入请求的内容不完整，或者各处改动相互重叠、超出文件，未写入。',
    en: 'The request to write is not complete, or its edits overlap or lie beyond the file; nothing was written.',
  },
  badQuestion: {
    zh: '推荐补设的请求内容不完整。',
    en: 'The request for suggested cameras is not complete.',
  },
  otherFile: {
    zh: '“{path}”已在别处修改，未作推荐；页面更新后请再试。',
    en: "'{path}' has been changed elsewhere; nothing was suggested. Try again once the page shows it.",
  },
  calledOff: { zh: '推求已取消。', en: 'The search was called off.' },
  noSuggestions: { zh: '本服务不作推荐。', en: 'This server suggests nothing.' },
  tooLarge: {
    zh: '写入请求超出1 MB，未写入。',
    en: 'The request to write has more than 1 MB; nothing was written.',
  },
  noToken: {
    zh: '缺少本次运行的令牌，或者令牌不符。请从终端中 sitecam dev 显示的地址打开页面。',
    en: 'The token of this run is missing, or is another one. Open the page by the address that sitecam dev printed.',
  },
  otherHost: {
    zh: '请求的主机名不是本服务的。',
    en: 'The request is for another host.',
  },
  otherOrigin: {
    zh: '请求来自别的网站，不予答复。',
    en: 'The request comes from another site and is not answered.',
  },
  notFound: { zh: '没有该地址。', en: 'There is nothing at this address.' },
  notBuilt: {
    zh: '页面尚未构建，请先运行 npm run build。',
    en: 'The page is not built yet: run npm run build first.',
  },
  method: { zh: '该地址不接受此方法。', en: 'This address does not take that method.' },
  fault: {
    zh: 'sitecam自身出错，详见终端。',
    en: 'A fault of sitecam itself: see the terminal.',
  },
  portTaken: {
    zh: '端口{port}已被占用，请另取（--port），或者不写 --port，由系统选用空闲的。',
    en: 'the port {port} is taken; give --port another one, or leave it out for any that is free.',
  },
  portRefused: {
    zh: '不能使用端口{port}：{reason}',
    en: 'the port {port} can’t be used: {reason}',
  },
});
