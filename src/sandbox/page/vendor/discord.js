var b8=Object.create;var dd=Object.defineProperty;var _8=Object.getOwnPropertyDescriptor;var M8=Object.getOwnPropertyNames;var x8=Object.getPrototypeOf,y8=Object.prototype.hasOwnProperty;var S=(e,t)=>()=>{try{return t||e((t={exports:{}}).exports,t),t.exports}catch(d){throw t=0,d}};var H8=(e,t,d,r)=>{if(t&&typeof t=="object"||typeof t=="function")for(let i of M8(t))!y8.call(e,i)&&i!==d&&dd(e,i,{get:()=>t[i],enumerable:!(r=_8(t,i))||r.enumerable});return e};var w8=(e,t,d)=>(d=e!=null?b8(x8(e)):{},H8(t||!e||!e.__esModule?dd(d,"default",{value:e,enumerable:!0}):d,e));var O=S(B3=>{"use strict";Object.defineProperty(B3,"__esModule",{value:!0});var ti=/\r\n?/g,di=/\t/g,ri=/\f/g,Rd=function(e){return e.replace(ti,`
`).replace(ri,"").replace(di,"    ")},Dd=function(e,t){var d=e||{};if(t!=null)for(var r in t)Object.prototype.hasOwnProperty.call(t,r)&&(d[r]=t[r]);return d},Od=function(e,t){var d=Object.keys(e).filter(function(u){var a=e[u];if(a==null||a.match==null)return!1;var n=a.order;return(typeof n!="number"||!isFinite(n))&&typeof console<"u"&&console.warn("simple-markdown: Invalid order for rule `"+u+"`: "+String(n)),!0});d.sort(function(u,a){var n=e[u],l=e[a],o=n.order,h=l.order;if(o!==h)return o-h;var g=n.quality?0:1,f=l.quality?0:1;return g!==f?g-f:u<a?-1:u>a?1:0});var r,i=function(u,a){var n=[];for(a=a||r,r=a;u;){var l=null,o=null,h=null,g=NaN,f=0,p=d[0],c=e[p];do{var v=c.order,b=a.prevCapture==null?"":a.prevCapture[0],w=c.match(u,a,b);if(w){var x=c.quality?c.quality(w,a,b):0;x<=g||(l=p,o=c,h=w,g=x)}f++,p=d[f],c=e[p]}while(c&&(!h||c.order===v&&c.quality));if(o==null||h==null)throw new Error("Could not find a matching rule for the below content. The rule with highest `order` should always match content provided to it. Check the definition of `match` for '"+d[d.length-1]+`'. It seems to not match the following source:
`+u);if(h.index)throw new Error("`match` must return a capture starting at index 0 (the current parse index). Did you forget a ^ at the start of the RegExp?");var T=o.parse(h,i,a);if(Array.isArray(T))Array.prototype.push.apply(n,T);else{if(T==null||typeof T!="object")throw new Error(`parse() function returned invalid parse result: '${T}'`);T.type==null&&(T.type=l),n.push(T)}a.prevCapture=h,u=u.substring(a.prevCapture[0].length)}return n},s=function(u,a){return r=Dd(a,t),!r.inline&&!r.disableAutoBlockNewlines&&(u=u+`

`),r.prevCapture=null,i(Rd(u),r)};return s},K=function(e){var t=function(d,r,i){return r.inline?e.exec(d):null};return t.regex=e,t},X=function(e){var t=function(d,r){return r.inline?null:e.exec(d)};return t.regex=e,t},O3=function(e){var t=function(d,r){return e.exec(d)};return t.regex=e,t},Ml=typeof Symbol=="function"&&Symbol.for&&Symbol.for("react.element")||60103,P=function(e,t,d,r){d=d||{},r=typeof r<"u"?r:!0;var i="";for(var s in d){var u=d[s];Object.prototype.hasOwnProperty.call(d,s)&&u&&(i+=" "+Ce(s)+'="'+Ce(u)+'"')}var a="<"+e+i+">";return r?a+t+"</"+e+">":a},P3=function(e){if(e==null)return null;try{var t=new URL(e,"https://localhost").protocol;if(t.indexOf("javascript:")===0||t.indexOf("vbscript:")===0||t.indexOf("data:")===0)return null}catch{return null}return e},ii=/[<>&"']/g,ui={"<":"&lt;",">":"&gt;","&":"&amp;",'"':"&quot;","'":"&#x27;","/":"&#x2F;","`":"&#96;"},Ce=function(e){return String(e).replace(ii,function(t){return ui[t]})},si=/\\([^0-9A-Za-z\s])/g,I3=function(e){return e.replace(si,"$1")},i3=function(e,t,d){var r=d.inline||!1;d.inline=!0;var i=e(t,d);return d.inline=r,i},hi=function(e,t,d){var r=d.inline||!1;d.inline=!1;var i=e(t+`

`,d);return d.inline=r,i},t3=function(e,t,d){return{content:i3(t,e[1],d)}},D3=function(){return{}},u3="(?:[*+-]|\\d+\\.)",Pd="( *)("+u3+") +",Cd=new RegExp("^"+Pd),ai=new RegExp(Pd+"[^\\n]*(?:\\n(?!\\1"+u3+` )[^\\n]*)*(
|$)`,"gm"),Id=/\n{2,}$/,oi=/^ (?= *`)|(` *) $/g,ni=Id,Ad=/ *\n+$/,li=new RegExp("^( *)("+u3+`) [\\s\\S]+?(?:
{2,}(?! )(?!\\1`+u3+` )\\n*|\\s*
*$)`),fi=/(?:^|\n)( *)$/,d3=(function(){var e=/^ *\| *| *\| *$/g,t=/ *$/,d=/^ *-+: *$/,r=/^ *:-+: *$/,i=/^ *:-+ *$/,s=function(o){return d.test(o)?"right":r.test(o)?"center":i.test(o)?"left":null},u=function(o,h,g,f){f&&(o=o.replace(e,""));var p=o.trim().split("|");return p.map(s)},a=function(o,h,g,f){var p=g.inTable;g.inTable=!0;var c=h(o.trim(),g);g.inTable=p;var v=[[]];return c.forEach(function(b,w){b.type==="tableSeparator"?(!f||w!==0&&w!==c.length-1)&&v.push([]):(b.type==="text"&&(c[w+1]==null||c[w+1].type==="tableSeparator")&&(b.content=b.content.replace(t,"")),v[v.length-1].push(b))}),v},n=function(o,h,g,f){var p=o.trim().split(`
`);return p.map(function(c){return a(c,h,g,f)})},l=function(o){return function(h,g,f){f.inline=!0;var p=a(h[1],g,f,o),c=u(h[2],g,f,o),v=n(h[3],g,f,o);return f.inline=!1,{type:"table",header:p,align:c,cells:v}}};return{parseTable:l(!0),parseNpTable:l(!1),TABLE_REGEX:/^ *(\|.+)\n *\|( *[-:]+[-| :]*)\n((?: *\|.*(?:\n|$))*)\n*/,NPTABLE_REGEX:/^ *(\S.*\|.*)\n *([-:]+ *\|[-| :]*)\n((?:.*\|.*(?:\n|$))*)\n*/}})(),r3="(?:\\[[^\\]]*\\]|[^\\[\\]]|\\](?=[^\\[]*\\]))*",Vd=`\\s*<?((?:\\([^)]*\\)|[^\\s\\\\]|\\\\.)*?)>?(?:\\s+['"]([\\s\\S]*?)['"])?\\s*`,ci=/mailto:/i,jd=function(e,t,d){var r=(e[2]||e[1]).replace(/\s+/g," ").toLowerCase();if(t._defs&&t._defs[r]){var i=t._defs[r];d.target=i.target,d.title=i.title}return t._refs=t._refs||{},t._refs[r]=t._refs[r]||[],t._refs[r].push(d),d},j=0,s3={Array:{html:function(e,t,d){for(var r="",i=0;i<e.length;i++){var s=e[i];if(s.type==="text")for(s={type:"text",content:s.content};i+1<e.length&&e[i+1].type==="text";i++)s.content+=e[i+1].content;r+=t(s,d)}return r}},heading:{order:j++,match:X(/^ *(#{1,6})([^\n]+?)#* *(?:\n *)+\n/),parse:function(e,t,d){return{level:e[1].length,content:i3(t,e[2].trim(),d)}},html:function(e,t,d){return P("h"+e.level,t(e.content,d))}},nptable:{order:j++,match:X(d3.NPTABLE_REGEX),parse:d3.parseNpTable,html:null},lheading:{order:j++,match:X(/^([^\n]+)\n *(=|-){3,} *(?:\n *)+\n/),parse:function(e,t,d){return{type:"heading",level:e[2]==="="?1:2,content:i3(t,e[1],d)}},html:null},hr:{order:j++,match:X(/^( *[-*_]){3,} *(?:\n *)+\n/),parse:D3,html:function(e,t,d){return'<hr aria-hidden="true">'}},codeBlock:{order:j++,match:X(/^(?:    [^\n]+\n*)+(?:\n *)+\n/),parse:function(e,t,d){var r=e[0].replace(/^    /gm,"").replace(/\n+$/,"");return{lang:void 0,content:r}},html:function(e,t,d){var r=e.lang?"markdown-code-"+e.lang:void 0,i=P("code",Ce(e.content),{class:r});return P("pre",i)}},fence:{order:j++,match:X(/^ *(`{3,}|~{3,}) *(?:(\S+) *)?\n([\s\S]+?)\n?\1 *(?:\n *)+\n/),parse:function(e,t,d){return{type:"codeBlock",lang:e[2]||void 0,content:e[3]}},html:null},blockQuote:{order:j++,match:X(/^( *>[^\n]+(\n[^\n]+)*\n*)+\n{2,}/),parse:function(e,t,d){var r=e[0].replace(/^ *> ?/gm,"");return{content:t(r,d)}},html:function(e,t,d){return P("blockquote",t(e.content,d))}},list:{order:j++,match:function(e,t){var d=t.prevCapture==null?"":t.prevCapture[0],r=fi.exec(d),i=t._list||!t.inline;return r&&i?(e=r[1]+e,li.exec(e)):null},parse:function(e,t,d){var r=e[2],i=r.length>1,s=i?+r:void 0,u=e[0].replace(ni,`
`).match(ai),a=!1,n=u.map(function(l,o){var h=Cd.exec(l),g=h?h[0].length:0,f=new RegExp("^ {1,"+g+"}","gm"),p=l.replace(f,"").replace(Cd,""),c=o===u.length-1,v=p.indexOf(`

`)!==-1,b=v||c&&a;a=b;var w=d.inline,x=d._list;d._list=!0;var T;b?(d.inline=!1,T=p.replace(Ad,`

`)):(d.inline=!0,T=p.replace(Ad,""));var _=t(T,d);return d.inline=w,d._list=x,_});return{ordered:i,start:s,items:n}},html:function(e,t,d){var r=e.items.map(function(u){return P("li",t(u,d))}).join(""),i=e.ordered?"ol":"ul",s={start:e.start};return P(i,r,s)}},def:{order:j++,match:X(/^ *\[([^\]]+)\]: *<?([^\s>]*)>?(?: +["(]([^\n]+)[")])? *\n(?: *\n)*/),parse:function(e,t,d){var r=e[1].replace(/\s+/g," ").toLowerCase(),i=e[2],s=e[3];return d._refs&&d._refs[r]&&d._refs[r].forEach(function(u){u.target=i,u.title=s}),d._defs=d._defs||{},d._defs[r]={target:i,title:s},{def:r,target:i,title:s}},html:function(){return""}},table:{order:j++,match:X(d3.TABLE_REGEX),parse:d3.parseTable,html:function(e,t,d){var r=function(n){return e.align[n]==null?"":"text-align:"+e.align[n]+";"},i=e.header.map(function(n,l){return P("th",t(n,d),{style:r(l),scope:"col"})}).join(""),s=e.cells.map(function(n){var l=n.map(function(o,h){return P("td",t(o,d),{style:r(h)})}).join("");return P("tr",l)}).join(""),u=P("thead",P("tr",i)),a=P("tbody",s);return P("table",u+a)}},newline:{order:j++,match:X(/^(?:\n *)*\n/),parse:D3,html:function(e,t,d){return`
`}},paragraph:{order:j++,match:X(/^((?:[^\n]|\n(?! *\n))+)(?:\n *)+\n/),parse:t3,html:function(e,t,d){var r={class:"paragraph"};return P("div",t(e.content,d),r)}},escape:{order:j++,match:K(/^\\([^0-9A-Za-z\s])/),parse:function(e,t,d){return{type:"text",content:e[1]}},html:null},tableSeparator:{order:j++,match:function(e,t){return t.inTable?/^ *\| */.exec(e):null},parse:function(){return{type:"tableSeparator"}},html:function(){return" &vert; "}},autolink:{order:j++,match:K(/^<([^: >]+:\/[^ >]+)>/),parse:function(e,t,d){return{type:"link",content:[{type:"text",content:e[1]}],target:e[1]}},html:null},mailto:{order:j++,match:K(/^<([^ >]+@[^ >]+)>/),parse:function(e,t,d){var r=e[1],i=e[1];return ci.test(i)||(i="mailto:"+i),{type:"link",content:[{type:"text",content:r}],target:i}},html:null},url:{order:j++,match:K(/^(https?:\/\/[^\s<]+[^<.,:;"')\]\s])/),parse:function(e,t,d){return{type:"link",content:[{type:"text",content:e[1]}],target:e[1],title:void 0}},html:null},link:{order:j++,match:K(new RegExp("^\\[("+r3+")\\]\\("+Vd+"\\)")),parse:function(e,t,d){var r={content:t(e[1],d),target:I3(e[2]),title:e[3]};return r},html:function(e,t,d){var r={href:P3(e.target),title:e.title};return P("a",t(e.content,d),r)}},image:{order:j++,match:K(new RegExp("^!\\[("+r3+")\\]\\("+Vd+"\\)")),parse:function(e,t,d){var r={alt:e[1],target:I3(e[2]),title:e[3]};return r},html:function(e,t,d){var r={src:P3(e.target),alt:e.alt,title:e.title};return P("img","",r,!1)}},reflink:{order:j++,match:K(new RegExp("^\\[("+r3+")\\]\\s*\\[([^\\]]*)\\]")),parse:function(e,t,d){return jd(e,d,{type:"link",content:t(e[1],d)})},html:null},refimage:{order:j++,match:K(new RegExp("^!\\[("+r3+")\\]\\s*\\[([^\\]]*)\\]")),parse:function(e,t,d){return jd(e,d,{type:"image",alt:e[1]})},html:null},em:{order:j,match:K(new RegExp("^\\b_((?:__|\\\\[\\s\\S]|[^\\\\_])+?)_\\b|^\\*(?=\\S)((?:\\*\\*|\\\\[\\s\\S]|\\s+(?:\\\\[\\s\\S]|[^\\s\\*\\\\]|\\*\\*)|[^\\s\\*\\\\])+?)\\*(?!\\*)")),quality:function(e){return e[0].length+.2},parse:function(e,t,d){return{content:t(e[2]||e[1],d)}},html:function(e,t,d){return P("em",t(e.content,d))}},strong:{order:j,match:K(/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/),quality:function(e){return e[0].length+.1},parse:t3,html:function(e,t,d){return P("strong",t(e.content,d))}},u:{order:j++,match:K(/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/),quality:function(e){return e[0].length},parse:t3,html:function(e,t,d){return P("u",t(e.content,d))}},del:{order:j++,match:K(/^~~(?=\S)((?:\\[\s\S]|~(?!~)|[^\s~\\]|\s(?!~~))+?)~~/),parse:t3,html:function(e,t,d){return P("del",t(e.content,d))}},inlineCode:{order:j++,match:K(/^(`+)([\s\S]*?[^`])\1(?!`)/),parse:function(e,t,d){return{content:e[2].replace(oi,"$1")}},html:function(e,t,d){return P("code",Ce(e.content))}},br:{order:j++,match:O3(/^ {2,}\n/),parse:D3,html:function(e,t,d){return"<br>"}},text:{order:j++,match:O3(/^[\s\S]+?(?=[^0-9A-Za-z\s\u00c0-\uffff]|\n\n| {2,}\n|\w+:\S|$)/),parse:function(e,t,d){return{content:e[0]}},html:function(e,t,d){return Ce(e.content)}}},vi=function(e,t){!t&&typeof console<"u"&&console.warn("simple-markdown ruleOutput should take 'react' or 'html' as the second argument.");var d=function(r,i,s){return e[r.type][t](r,i,s)};return d},mi=function(e){var t=function(d,r){return r=r||{},Array.isArray(d)?d.map(function(i){return t(i,r)}).join(""):e(d,t,r)};return t},Bd=function(e,t,d={}){if(!t)throw new Error("simple-markdown: outputFor: `property` must be defined. if you just upgraded, you probably need to replace `outputFor` with `reactFor`");var r,i=e.Array||s3.Array,s=i[t];if(!s)throw new Error("simple-markdown: outputFor: to join nodes of type `"+t+"` you must provide an `Array:` joiner rule with that type, Please see the docs for details on specifying an Array rule.");var u=s,a=function(l,o){return o=o||r,r=o,Array.isArray(l)?u(l,a,o):e[l.type][t](l,a,o)},n=function(l,o){return r=Dd(o,d),a(l,r)};return n},h3=Od(s3),Ld=function(e,t){return t=t||{},t.inline=!1,h3(e,t)},pi=function(e,t){return t=t||{},t.inline=!0,h3(e,t)},Sd=function(e,t){var d=Id.test(e);return t=t||{},t.inline=!d,h3(e,t)},qd=Bd(s3,"html"),gi=function(e,t){return qd(Ld(e,t),t)},zi={defaultRules:s3,parserFor:Od,outputFor:Bd,inlineRegex:K,blockRegex:X,anyScopeRegex:O3,parseInline:i3,parseBlock:hi,markdownToHtml:gi,defaultBlockParse:Ld,defaultInlineParse:pi,defaultImplicitParse:Sd,defaultHtmlOutput:qd,preprocess:Rd,sanitizeText:Ce,sanitizeUrl:P3,unescapeUrl:I3,htmlTag:P,defaultRawParse:h3,ruleOutput:vi,htmlFor:mi,defaultParse:function(...e){return typeof console<"u"&&console.warn("defaultParse is deprecated, please use `defaultImplicitParse`"),Sd.apply(null,e)},defaultOutput:function(...e){return typeof console<"u"&&console.warn("defaultOutput is deprecated, please use `defaultReactOutput`"),defaultReactOutput.apply(null,e)}};B3.default=zi});var N=S(C=>{"use strict";Object.defineProperty(C,"__esModule",{value:!0});C.GuildNavigationRegex=C.SlashCommandRegex=C.SubtextRegex=C.HeadingRegex=C.TimestampRegex=C.TextRegex=C.StrikeThroughRegex=C.SpoilerRegex=C.EmoticonRegex=C.CodeBlockRegex=C.BlockQuoteRegex=C.HereRegex=C.EveryoneRegex=C.UserMentionRegex=C.RoleMentionRegex=C.EmojiRegex=C.ChannelMentionRegex=void 0;C.ChannelMentionRegex=/^<#(\d{17,20})>/;C.EmojiRegex=/^<(a)?:(\w{2,32}):(\d{17,21})>/;C.RoleMentionRegex=/^<@&(\d{17,20})>/;C.UserMentionRegex=/^<@!?(\d{17,20})>/;C.EveryoneRegex=/^@everyone/;C.HereRegex=/^@here/;C.BlockQuoteRegex=/^( *>>> ([\s\S]*))|^( *> [^\n]*(\n *> [^\n]*)*\n?)/;C.CodeBlockRegex=/^```(([a-z0-9_+\-.#]+?)\n+)?\n*([^]+?)\n*```/i;C.EmoticonRegex=/^(¯\\_\(ツ\)_\/¯)/;C.SpoilerRegex=/^\|\|([\s\S]+?)\|\|/;C.StrikeThroughRegex=/^~~([\s\S]+?)~~(?!_)/;C.TextRegex=/^[\s\S]+?(?=[^0-9A-Za-z\s]|\n\n|\n|\w+:\S|$)/;C.TimestampRegex=/^<t:(-?\d+)(?::(R|t|T|d|D|f|F))?>/;C.HeadingRegex=/^(#{1,3}) +([^\n]+?)(\n|$)/;C.SubtextRegex=/^-# +([^\n]+?)(\n|$)/;C.SlashCommandRegex=/^<\/([-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}(?: [-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}){0,2})?:(\d{17,21})>/u;C.GuildNavigationRegex=/^<(\d{17,20}):(?:(customize|browse|guide)|(linked-roles)(:\d{17,20})?)>/});var Nd=S(Ae=>{"use strict";var bi=Ae&&Ae.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ae,"__esModule",{value:!0});Ae.guildNavigation=void 0;var _i=bi(O()),Mi=N();Ae.guildNavigation={order:_i.default.defaultRules.strong.order,match:e=>Mi.GuildNavigationRegex.exec(e),parse:function(e){var t,d,r;let i=(t=e[2])!==null&&t!==void 0?t:e[3];if(i==="linked-roles"){let s=(r=(d=e[4])===null||d===void 0?void 0:d.slice(1))!==null&&r!==void 0?r:null;return{id:e[1],navigation:i,roleId:s}}else return{id:e[1],navigation:i}}}});var Ud=S(Ve=>{"use strict";var xi=Ve&&Ve.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ve,"__esModule",{value:!0});Ve.slashCommand=void 0;var yi=xi(O()),Hi=N();Ve.slashCommand={order:yi.default.defaultRules.strong.order,match:e=>Hi.SlashCommandRegex.exec(e),parse:function(e){let t=e[1].split(" "),d={fullName:e[1],name:t[0],subcommand:null,subcommandGroup:null,id:e[2]};return t.length==2&&(d.subcommand=t[1]),t.length===3&&(d.subcommandGroup=t[1],d.subcommand=t[2]),d}}});var Fd=S(je=>{"use strict";var wi=je&&je.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(je,"__esModule",{value:!0});je.everyone=void 0;var $i=wi(O()),Ei=N();je.everyone={order:$i.default.defaultRules.strong.order,match:e=>Ei.EveryoneRegex.exec(e),parse:function(){return{}}}});var Gd=S(a3=>{"use strict";Object.defineProperty(a3,"__esModule",{value:!0});a3.TwemojiRegex=void 0;a3.TwemojiRegex=/^((?:\ud83d\udc68\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83d\udc68\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68|\ud83d\udc69\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d[\udc68\udc69]|\ud83e\udef1\ud83c\udffb\u200d\ud83e\udef2\ud83c[\udffc-\udfff]|\ud83e\udef1\ud83c\udffc\u200d\ud83e\udef2\ud83c[\udffb\udffd-\udfff]|\ud83e\udef1\ud83c\udffd\u200d\ud83e\udef2\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\udef1\ud83c\udffe\u200d\ud83e\udef2\ud83c[\udffb-\udffd\udfff]|\ud83e\udef1\ud83c\udfff\u200d\ud83e\udef2\ud83c[\udffb-\udffe]|\ud83d\udc68\u200d\u2764\ufe0f\u200d\ud83d\udc68|\ud83d\udc69\u200d\u2764\ufe0f\u200d\ud83d[\udc68\udc69]|\ud83e\uddd1\u200d\ud83e\udd1d\u200d\ud83e\uddd1|\ud83d\udc6f\ud83c\udffb\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffb\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffc\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffc\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffd\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffd\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffe\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffe\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udfff\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udfff\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffb\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffb\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffc\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffc\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffd\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffd\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffe\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffe\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udfff\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udfff\u200d\u2642\ufe0f|\ud83d\udc6f\u200d\u2640\ufe0f|\ud83d\udc6f\u200d\u2642\ufe0f|\ud83e\udd3c\u200d\u2640\ufe0f|\ud83e\udd3c\u200d\u2642\ufe0f|\ud83d\udc6b\ud83c[\udffb-\udfff]|\ud83d\udc6c\ud83c[\udffb-\udfff]|\ud83d\udc6d\ud83c[\udffb-\udfff]|\ud83d\udc6f\ud83c[\udffb-\udfff]|\ud83d\udc8f\ud83c[\udffb-\udfff]|\ud83d\udc91\ud83c[\udffb-\udfff]|\ud83e\udd1d\ud83c[\udffb-\udfff]|\ud83e\udd3c\ud83c[\udffb-\udfff]|\ud83d[\udc6b-\udc6d\udc6f\udc8f\udc91]|\ud83e[\udd1d\udd3c])|(?:\ud83d[\udc68\udc69]|\ud83e\uddd1)(?:\ud83c[\udffb-\udfff])?\u200d(?:\u2695\ufe0f|\u2696\ufe0f|\u2708\ufe0f|\ud83c[\udf3e\udf73\udf7c\udf84\udf93\udfa4\udfa8\udfeb\udfed]|\ud83d[\udcbb\udcbc\udd27\udd2c\ude80\ude92]|\ud83e[\uddaf-\uddb3\uddbc\uddbd\ude70])(?:\u200d\u27a1\ufe0f)?|(?:\ud83c[\udfcb\udfcc]|\ud83d[\udd74\udd75]|\u26f9)((?:\ud83c[\udffb-\udfff]|\ufe0f)\u200d[\u2640\u2642]\ufe0f(?:\u200d\u27a1\ufe0f)?)|(?:\ud83c[\udfc3\udfc4\udfca]|\ud83d[\udc6e\udc70\udc71\udc73\udc77\udc81\udc82\udc86\udc87\ude45-\ude47\ude4b\ude4d\ude4e\udea3\udeb4-\udeb6]|\ud83e[\udd26\udd35\udd37-\udd39\udd3d\udd3e\uddb8\uddb9\uddcd-\uddcf\uddd4\uddd6-\udddd])(?:\ud83c[\udffb-\udfff])?\u200d[\u2640\u2642]\ufe0f(?:\u200d\u27a1\ufe0f)?|(?:\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83e\uddd1\u200d\ud83e\uddd1\u200d\ud83e\uddd2\u200d\ud83e\uddd2|\ud83d\udc68\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83e\uddd1\u200d\ud83e\uddd1\u200d\ud83e\uddd2|\ud83e\uddd1\u200d\ud83e\uddd2\u200d\ud83e\uddd2|\ud83c\udff3\ufe0f\u200d\u26a7\ufe0f|\ud83c\udff3\ufe0f\u200d\ud83c\udf08|\ud83d\ude36\u200d\ud83c\udf2b\ufe0f|\u26d3\ufe0f\u200d\ud83d\udca5|\u2764\ufe0f\u200d\ud83d\udd25|\u2764\ufe0f\u200d\ud83e\ude79|\ud83c\udf44\u200d\ud83d\udfeb|\ud83c\udf4b\u200d\ud83d\udfe9|\ud83c\udff4\u200d\u2620\ufe0f|\ud83d\udc15\u200d\ud83e\uddba|\ud83d\udc26\u200d\ud83d\udd25|\ud83d\udc3b\u200d\u2744\ufe0f|\ud83d\udc41\u200d\ud83d\udde8|\ud83d\udc68\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83d\ude2e\u200d\ud83d\udca8|\ud83d\ude35\u200d\ud83d\udcab|\ud83d\ude42\u200d\u2194\ufe0f|\ud83d\ude42\u200d\u2195\ufe0f|\ud83e\uddd1\u200d\ud83e\uddd2|\ud83e\uddde\u200d\u2640\ufe0f|\ud83e\uddde\u200d\u2642\ufe0f|\ud83e\udddf\u200d\u2640\ufe0f|\ud83e\udddf\u200d\u2642\ufe0f|\ud83d\udc08\u200d\u2b1b|\ud83d\udc26\u200d\u2b1b)|[#*0-9]\ufe0f?\u20e3|(?:[©®\u2122\u265f]\ufe0f)|(?:\ud83c[\udc04\udd70\udd71\udd7e\udd7f\ude02\ude1a\ude2f\ude37\udf21\udf24-\udf2c\udf36\udf7d\udf96\udf97\udf99-\udf9b\udf9e\udf9f\udfcd\udfce\udfd4-\udfdf\udff3\udff5\udff7]|\ud83d[\udc3f\udc41\udcfd\udd49\udd4a\udd6f\udd70\udd73\udd76-\udd79\udd87\udd8a-\udd8d\udda5\udda8\uddb1\uddb2\uddbc\uddc2-\uddc4\uddd1-\uddd3\udddc-\uddde\udde1\udde3\udde8\uddef\uddf3\uddfa\udecb\udecd-\udecf\udee0-\udee5\udee9\udef0\udef3]|[\u203c\u2049\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf\u23ed-\u23ef\u23f1\u23f2\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2604\u260e\u2611\u2614\u2615\u2618\u2620\u2622\u2623\u2626\u262a\u262e\u262f\u2638-\u263a\u2640\u2642\u2648-\u2653\u2660\u2663\u2665\u2666\u2668\u267b\u267f\u2692-\u2697\u2699\u269b\u269c\u26a0\u26a1\u26a7\u26aa\u26ab\u26b0\u26b1\u26bd\u26be\u26c4\u26c5\u26c8\u26cf\u26d1\u26d3\u26d4\u26e9\u26ea\u26f0-\u26f5\u26f8\u26fa\u26fd\u2702\u2708\u2709\u270f\u2712\u2714\u2716\u271d\u2721\u2733\u2734\u2744\u2747\u2757\u2763\u2764\u27a1\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299])(?:\ufe0f|(?!\ufe0e))|(?:(?:\ud83c[\udfcb\udfcc]|\ud83d[\udd74\udd75\udd90]|\ud83e\udef0|[\u261d\u26f7\u26f9\u270c\u270d])(?:\ufe0f|(?!\ufe0e))|(?:\ud83c\udfc3|\ud83d\udeb6|\ud83e\uddce)(?:\ud83c[\udffb-\udfff])?(?:\u200d\u27a1\ufe0f)?|(?:\ud83c[\udf85\udfc2\udfc4\udfc7\udfca]|\ud83d[\udc42\udc43\udc46-\udc50\udc66-\udc69\udc6e\udc70-\udc78\udc7c\udc81-\udc83\udc85-\udc87\udcaa\udd7a\udd95\udd96\ude45-\ude47\ude4b-\ude4f\udea3\udeb4\udeb5\udec0\udecc]|\ud83e[\udd0c\udd0f\udd18-\udd1c\udd1e\udd1f\udd26\udd30-\udd39\udd3d\udd3e\udd77\uddb5\uddb6\uddb8\uddb9\uddbb\uddcd\uddcf\uddd1-\udddd\udec3-\udec5\udef1-\udef8]|[\u270a\u270b]))(?:\ud83c[\udffb-\udfff])?|(?:\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f|\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc73\udb40\udc63\udb40\udc74\udb40\udc7f|\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc77\udb40\udc6c\udb40\udc73\udb40\udc7f|\ud83c\udde6\ud83c[\udde8-\uddec\uddee\uddf1\uddf2\uddf4\uddf6-\uddfa\uddfc\uddfd\uddff]|\ud83c\udde7\ud83c[\udde6\udde7\udde9-\uddef\uddf1-\uddf4\uddf6-\uddf9\uddfb\uddfc\uddfe\uddff]|\ud83c\udde8\ud83c[\udde6\udde8\udde9\uddeb-\uddee\uddf0-\uddf7\uddfa-\uddff]|\ud83c\udde9\ud83c[\uddea\uddec\uddef\uddf0\uddf2\uddf4\uddff]|\ud83c\uddea\ud83c[\udde6\udde8\uddea\uddec\udded\uddf7-\uddfa]|\ud83c\uddeb\ud83c[\uddee-\uddf0\uddf2\uddf4\uddf7]|\ud83c\uddec\ud83c[\udde6\udde7\udde9-\uddee\uddf1-\uddf3\uddf5-\uddfa\uddfc\uddfe]|\ud83c\udded\ud83c[\uddf0\uddf2\uddf3\uddf7\uddf9\uddfa]|\ud83c\uddee\ud83c[\udde8-\uddea\uddf1-\uddf4\uddf6-\uddf9]|\ud83c\uddef\ud83c[\uddea\uddf2\uddf4\uddf5]|\ud83c\uddf0\ud83c[\uddea\uddec-\uddee\uddf2\uddf3\uddf5\uddf7\uddfc\uddfe\uddff]|\ud83c\uddf1\ud83c[\udde6-\udde8\uddee\uddf0\uddf7-\uddfb\uddfe]|\ud83c\uddf2\ud83c[\udde6\udde8-\udded\uddf0-\uddff]|\ud83c\uddf3\ud83c[\udde6\udde8\uddea-\uddec\uddee\uddf1\uddf4\uddf5\uddf7\uddfa\uddff]|\ud83c\uddf4\ud83c\uddf2|\ud83c\uddf5\ud83c[\udde6\uddea-\udded\uddf0-\uddf3\uddf7-\uddf9\uddfc\uddfe]|\ud83c\uddf6\ud83c\udde6|\ud83c\uddf7\ud83c[\uddea\uddf4\uddf8\uddfa\uddfc]|\ud83c\uddf8\ud83c[\udde6-\uddea\uddec-\uddf4\uddf7-\uddf9\uddfb\uddfd-\uddff]|\ud83c\uddf9\ud83c[\udde6\udde8\udde9\uddeb-\udded\uddef-\uddf4\uddf7\uddf9\uddfb\uddfc\uddff]|\ud83c\uddfa\ud83c[\udde6\uddec\uddf2\uddf3\uddf8\uddfe\uddff]|\ud83c\uddfb\ud83c[\udde6\udde8\uddea\uddec\uddee\uddf3\uddfa]|\ud83c\uddfc\ud83c[\uddeb\uddf8]|\ud83c\uddfd\ud83c\uddf0|\ud83c\uddfe\ud83c[\uddea\uddf9]|\ud83c\uddff\ud83c[\udde6\uddf2\uddfc]|\ud83c[\udccf\udd8e\udd91-\udd9a\udde6-\uddff\ude01\ude32-\ude36\ude38-\ude3a\ude50\ude51\udf00-\udf20\udf2d-\udf35\udf37-\udf7c\udf7e-\udf84\udf86-\udf93\udfa0-\udfc1\udfc5\udfc6\udfc8\udfc9\udfcf-\udfd3\udfe0-\udff0\udff4\udff8-\udfff]|\ud83d[\udc00-\udc3e\udc40\udc44\udc45\udc51-\udc65\udc6a\udc79-\udc7b\udc7d-\udc80\udc84\udc88-\udc8e\udc90\udc92-\udca9\udcab-\udcfc\udcff-\udd3d\udd4b-\udd4e\udd50-\udd67\udda4\uddfb-\ude44\ude48-\ude4a\ude80-\udea2\udea4-\udeb3\udeb7-\udebf\udec1-\udec5\uded0-\uded2\uded5-\uded8\udedc-\udedf\udeeb\udeec\udef4-\udefc\udfe0-\udfeb\udff0]|\ud83e[\udd0d\udd0e\udd10-\udd17\udd20-\udd25\udd27-\udd2f\udd3a\udd3f-\udd45\udd47-\udd76\udd78-\uddb4\uddb7\uddba\uddbc-\uddcc\uddd0\uddde-\uddff\ude70-\ude7c\ude80-\ude8a\ude8e-\udec2\udec6\udec8\udecd-\udedc\udedf-\udeea\udeef]|[\u23e9-\u23ec\u23f0\u23f3\u267e\u26ce\u2705\u2728\u274c\u274e\u2753-\u2755\u2795-\u2797\u27b0\u27bf\ue50a])|\ufe0f)/});var Zd=S(Se=>{"use strict";var Ti=Se&&Se.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Se,"__esModule",{value:!0});Se.twemoji=void 0;var ki=Ti(O()),Ci=Gd();Se.twemoji={order:ki.default.defaultRules.strong.order,match:e=>Ci.TwemojiRegex.exec(e),parse:function(e){return{name:e[0]}}}});var Wd=S(Re=>{"use strict";var Ai=Re&&Re.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Re,"__esModule",{value:!0});Re.channel=void 0;var Vi=Ai(O()),ji=N();Re.channel={order:Vi.default.defaultRules.strong.order,match:e=>ji.ChannelMentionRegex.exec(e),parse:function(e){return{id:e[1]}}}});var Kd=S(De=>{"use strict";var Si=De&&De.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(De,"__esModule",{value:!0});De.timestamp=void 0;var Ri=Si(O()),Di=N();De.timestamp={order:Ri.default.defaultRules.strong.order,match:e=>Di.TimestampRegex.exec(e),parse:function(e){return{timestamp:e[1],format:e[2]}}}});var de=S(o3=>{"use strict";Object.defineProperty(o3,"__esModule",{value:!0});o3.extend=void 0;var Oi=(e,t)=>Object.assign({},t,e);o3.extend=Oi});var Qd=S(Oe=>{"use strict";var Pi=Oe&&Oe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Oe,"__esModule",{value:!0});Oe.blockQuote=void 0;var Ii=Pi(O()),Bi=de(),Li=N();Oe.blockQuote=(0,Bi.extend)({match:function(e,t,d){return!/^$|\n *$/.test(d)||t.inQuote?null:Li.BlockQuoteRegex.exec(e)},parse:function(e,t,d){let r=e[0],s=!!/^ *>>> ?/.exec(r)?/^ *>>> ?/:/^ *> ?/gm,u=r.replace(s,"");return{content:t(u,Object.assign({},d,{inQuote:!0})),type:"blockQuote"}}},Ii.default.defaultRules.blockQuote)});var Yd=S(Pe=>{"use strict";var qi=Pe&&Pe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Pe,"__esModule",{value:!0});Pe.strikethrough=void 0;var Xd=qi(O()),Ni=de(),Ui=N();Pe.strikethrough=(0,Ni.extend)({match:Xd.default.inlineRegex(Ui.StrikeThroughRegex)},Xd.default.defaultRules.del)});var e8=S(Ie=>{"use strict";var Fi=Ie&&Ie.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ie,"__esModule",{value:!0});Ie.codeBlock=void 0;var Jd=Fi(O()),Gi=de(),Zi=N();Ie.codeBlock=(0,Gi.extend)({match:Jd.default.inlineRegex(Zi.CodeBlockRegex),parse:function(e,t,d){return{lang:(e[2]||"").trim(),content:e[3]||"",inQuote:d.inQuote||!1}}},Jd.default.defaultRules.codeBlock)});var t8=S(Be=>{"use strict";var Wi=Be&&Be.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Be,"__esModule",{value:!0});Be.emoji=void 0;var Ki=Wi(O()),Qi=N();Be.emoji={order:Ki.default.defaultRules.strong.order,match:e=>Qi.EmojiRegex.exec(e),parse:function(e){return{animated:e[1]==="a",name:e[2],id:e[3]}}}});var d8=S(Le=>{"use strict";var Xi=Le&&Le.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Le,"__esModule",{value:!0});Le.role=void 0;var Yi=Xi(O()),Ji=N();Le.role={order:Yi.default.defaultRules.strong.order,match:e=>Ji.RoleMentionRegex.exec(e),parse:function(e){return{id:e[1]}}}});var r8=S(qe=>{"use strict";var eu=qe&&qe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(qe,"__esModule",{value:!0});qe.autolink=void 0;var tu=eu(O()),du=de();qe.autolink=(0,du.extend)({parse:e=>({content:[{type:"text",content:e[1]}],target:e[1]})},tu.default.defaultRules.autolink)});var i8=S(Ne=>{"use strict";var ru=Ne&&Ne.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ne,"__esModule",{value:!0});Ne.here=void 0;var iu=ru(O()),uu=N();Ne.here={order:iu.default.defaultRules.strong.order,match:e=>uu.HereRegex.exec(e),parse:function(){return{}}}});var u8=S(Ue=>{"use strict";var su=Ue&&Ue.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ue,"__esModule",{value:!0});Ue.emoticon=void 0;var hu=su(O()),au=N();Ue.emoticon={order:hu.default.defaultRules.text.order,match:e=>au.EmoticonRegex.exec(e),parse:function(e){return{type:"text",content:e[1]}}}});var s8=S(Fe=>{"use strict";var ou=Fe&&Fe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Fe,"__esModule",{value:!0});Fe.user=void 0;var nu=ou(O()),lu=N();Fe.user={order:nu.default.defaultRules.strong.order,match:e=>lu.UserMentionRegex.exec(e),parse:function(e){return{id:e[1],type:"user"}}}});var h8=S(n3=>{"use strict";Object.defineProperty(n3,"__esModule",{value:!0});n3.spoiler=void 0;var fu=N();n3.spoiler={order:0,match:e=>fu.SpoilerRegex.exec(e),parse:function(e,t,d){return{content:t(e[1],d)}}}});var a8=S(Ge=>{"use strict";var cu=Ge&&Ge.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ge,"__esModule",{value:!0});Ge.heading=void 0;var vu=cu(O()),mu=de(),pu=N();Ge.heading=(0,mu.extend)({match:function(e,t){return t.prevCapture===null||t.prevCapture.slice(-1)[0]===`
`?pu.HeadingRegex.exec(e):null}},vu.default.defaultRules.heading)});var o8=S(Ze=>{"use strict";var gu=Ze&&Ze.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ze,"__esModule",{value:!0});Ze.subtext=void 0;var zu=gu(O()),bu=N();Ze.subtext={order:zu.default.defaultRules.heading.order-.5,match:function(e,t){return t.prevCapture===null||t.prevCapture.slice(-1)[0]===`
`?bu.SubtextRegex.exec(e):null},parse:function(e,t,d){return{content:t(e[1],d)}}}});var n8=S(We=>{"use strict";var _u=We&&We.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(We,"__esModule",{value:!0});We.text=void 0;var Mu=_u(O()),xu=de(),yu=N();We.text=(0,xu.extend)({match:e=>yu.TextRegex.exec(e)},Mu.default.defaultRules.text)});var l8=S(Ke=>{"use strict";var Hu=Ke&&Ke.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ke,"__esModule",{value:!0});Ke.url=void 0;var wu=Hu(O()),$u=de();Ke.url=(0,$u.extend)({parse:e=>({content:[{type:"text",content:e[1]}],target:e[1]})},wu.default.defaultRules.url)});var c8=S(Qe=>{"use strict";var Eu=Qe&&Qe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Qe,"__esModule",{value:!0});Qe.em=void 0;var Tu=de(),f8=Eu(O());Qe.em=(0,Tu.extend)({parse:function(e,t,d){let r=f8.default.defaultRules.em.parse(e,t,Object.assign({},d,{inEmphasis:!0}));return d.inEmphasis?r.content:r}},f8.default.defaultRules.em)});var m8=S(Xe=>{"use strict";var ku=Xe&&Xe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Xe,"__esModule",{value:!0});Xe.br=void 0;var v8=ku(O()),Cu=de();Xe.br=(0,Cu.extend)({match:v8.default.anyScopeRegex(/^\n/)},v8.default.defaultRules.br)});var g8=S(Z=>{"use strict";var Au=Z&&Z.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Z,"__esModule",{value:!0});Z.rulesExtended=Z.rules=Z.SimpleMarkdown=void 0;Z.parse=p8;var ae=Au(O());Z.SimpleMarkdown=ae.default;var Vu=Nd(),ju=Ud(),Su=Fd(),Ru=Zd(),Du=Wd(),Ou=Kd(),Pu=Qd(),Iu=Yd(),Bu=e8(),Lu=t8(),qu=d8(),Nu=r8(),Uu=i8(),Fu=u8(),Gu=s8(),Zu=h8(),Wu=a8(),Ku=o8(),Qu=n8(),Xu=l8(),Yu=c8(),Ju=m8();Z.rules={blockQuote:Pu.blockQuote,codeBlock:Bu.codeBlock,newline:ae.default.defaultRules.newline,escape:ae.default.defaultRules.escape,autolink:Nu.autolink,url:Xu.url,em:Yu.em,strong:ae.default.defaultRules.strong,underline:ae.default.defaultRules.u,strikethrough:Iu.strikethrough,inlineCode:ae.default.defaultRules.inlineCode,text:Qu.text,emoticon:Fu.emoticon,br:Ju.br,spoiler:Zu.spoiler,heading:Wu.heading,subtext:Ku.subtext,user:Gu.user,channel:Du.channel,role:qu.role,emoji:Lu.emoji,everyone:Su.everyone,here:Uu.here,twemoji:Ru.twemoji,timestamp:Ou.timestamp,slashCommand:ju.slashCommand,guildNavigation:Vu.guildNavigation};Z.rulesExtended=Object.assign(Object.assign({},Z.rules),{link:ae.default.defaultRules.link});var es=ae.default.parserFor(Z.rules),ts=ae.default.parserFor(Z.rulesExtended);function p8(e,t="normal"){return t==="normal"?es(e,{inline:!0}):ts(e,{inline:!0})}Z.default=p8});var pt=globalThis,gt=pt.ShadowRoot&&(pt.ShadyCSS===void 0||pt.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,c3=Symbol(),rd=new WeakMap,Je=class{constructor(t,d,r){if(this._$cssResult$=!0,r!==c3)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=d}get styleSheet(){let t=this.o,d=this.t;if(gt&&t===void 0){let r=d!==void 0&&d.length===1;r&&(t=rd.get(d)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),r&&rd.set(d,t))}return t}toString(){return this.cssText}},id=e=>new Je(typeof e=="string"?e:e+"",void 0,c3),I=(e,...t)=>{let d=e.length===1?e[0]:t.reduce((r,i,s)=>r+(u=>{if(u._$cssResult$===!0)return u.cssText;if(typeof u=="number")return u;throw Error("Value passed to 'css' function must be a 'css' function result: "+u+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(i)+e[s+1],e[0]);return new Je(d,e,c3)},ud=(e,t)=>{if(gt)e.adoptedStyleSheets=t.map(d=>d instanceof CSSStyleSheet?d:d.styleSheet);else for(let d of t){let r=document.createElement("style"),i=pt.litNonce;i!==void 0&&r.setAttribute("nonce",i),r.textContent=d.cssText,e.appendChild(r)}},v3=gt?e=>e:e=>e instanceof CSSStyleSheet?(t=>{let d="";for(let r of t.cssRules)d+=r.cssText;return id(d)})(e):e;var{is:$8,defineProperty:E8,getOwnPropertyDescriptor:T8,getOwnPropertyNames:k8,getOwnPropertySymbols:C8,getPrototypeOf:A8}=Object,zt=globalThis,sd=zt.trustedTypes,V8=sd?sd.emptyScript:"",j8=zt.reactiveElementPolyfillSupport,et=(e,t)=>e,tt={toAttribute(e,t){switch(t){case Boolean:e=e?V8:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let d=e;switch(t){case Boolean:d=e!==null;break;case Number:d=e===null?null:Number(e);break;case Object:case Array:try{d=JSON.parse(e)}catch{d=null}}return d}},bt=(e,t)=>!$8(e,t),hd={attribute:!0,type:String,converter:tt,reflect:!1,useDefault:!1,hasChanged:bt};Symbol.metadata??=Symbol("metadata"),zt.litPropertyMetadata??=new WeakMap;var re=class extends HTMLElement{static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,d=hd){if(d.state&&(d.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((d=Object.create(d)).wrapped=!0),this.elementProperties.set(t,d),!d.noAccessor){let r=Symbol(),i=this.getPropertyDescriptor(t,r,d);i!==void 0&&E8(this.prototype,t,i)}}static getPropertyDescriptor(t,d,r){let{get:i,set:s}=T8(this.prototype,t)??{get(){return this[d]},set(u){this[d]=u}};return{get:i,set(u){let a=i?.call(this);s?.call(this,u),this.requestUpdate(t,a,r)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)??hd}static _$Ei(){if(this.hasOwnProperty(et("elementProperties")))return;let t=A8(this);t.finalize(),t.l!==void 0&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(et("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(et("properties"))){let d=this.properties,r=[...k8(d),...C8(d)];for(let i of r)this.createProperty(i,d[i])}let t=this[Symbol.metadata];if(t!==null){let d=litPropertyMetadata.get(t);if(d!==void 0)for(let[r,i]of d)this.elementProperties.set(r,i)}this._$Eh=new Map;for(let[d,r]of this.elementProperties){let i=this._$Eu(d,r);i!==void 0&&this._$Eh.set(i,d)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(t){let d=[];if(Array.isArray(t)){let r=new Set(t.flat(1/0).reverse());for(let i of r)d.unshift(v3(i))}else t!==void 0&&d.push(v3(t));return d}static _$Eu(t,d){let r=d.attribute;return r===!1?void 0:typeof r=="string"?r:typeof t=="string"?t.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(t=>t(this))}addController(t){(this._$EO??=new Set).add(t),this.renderRoot!==void 0&&this.isConnected&&t.hostConnected?.()}removeController(t){this._$EO?.delete(t)}_$E_(){let t=new Map,d=this.constructor.elementProperties;for(let r of d.keys())this.hasOwnProperty(r)&&(t.set(r,this[r]),delete this[r]);t.size>0&&(this._$Ep=t)}createRenderRoot(){let t=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return ud(t,this.constructor.elementStyles),t}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(t=>t.hostConnected?.())}enableUpdating(t){}disconnectedCallback(){this._$EO?.forEach(t=>t.hostDisconnected?.())}attributeChangedCallback(t,d,r){this._$AK(t,r)}_$ET(t,d){let r=this.constructor.elementProperties.get(t),i=this.constructor._$Eu(t,r);if(i!==void 0&&r.reflect===!0){let s=(r.converter?.toAttribute!==void 0?r.converter:tt).toAttribute(d,r.type);this._$Em=t,s==null?this.removeAttribute(i):this.setAttribute(i,s),this._$Em=null}}_$AK(t,d){let r=this.constructor,i=r._$Eh.get(t);if(i!==void 0&&this._$Em!==i){let s=r.getPropertyOptions(i),u=typeof s.converter=="function"?{fromAttribute:s.converter}:s.converter?.fromAttribute!==void 0?s.converter:tt;this._$Em=i;let a=u.fromAttribute(d,s.type);this[i]=a??this._$Ej?.get(i)??a,this._$Em=null}}requestUpdate(t,d,r,i=!1,s){if(t!==void 0){let u=this.constructor;if(i===!1&&(s=this[t]),r??=u.getPropertyOptions(t),!((r.hasChanged??bt)(s,d)||r.useDefault&&r.reflect&&s===this._$Ej?.get(t)&&!this.hasAttribute(u._$Eu(t,r))))return;this.C(t,d,r)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(t,d,{useDefault:r,reflect:i,wrapped:s},u){r&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,u??d??this[t]),s!==!0||u!==void 0)||(this._$AL.has(t)||(this.hasUpdated||r||(d=void 0),this._$AL.set(t,d)),i===!0&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(d){Promise.reject(d)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[i,s]of this._$Ep)this[i]=s;this._$Ep=void 0}let r=this.constructor.elementProperties;if(r.size>0)for(let[i,s]of r){let{wrapped:u}=s,a=this[i];u!==!0||this._$AL.has(i)||a===void 0||this.C(i,void 0,s,a)}}let t=!1,d=this._$AL;try{t=this.shouldUpdate(d),t?(this.willUpdate(d),this._$EO?.forEach(r=>r.hostUpdate?.()),this.update(d)):this._$EM()}catch(r){throw t=!1,this._$EM(),r}t&&this._$AE(d)}willUpdate(t){}_$AE(t){this._$EO?.forEach(d=>d.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}update(t){this._$Eq&&=this._$Eq.forEach(d=>this._$ET(d,this[d])),this._$EM()}updated(t){}firstUpdated(t){}};re.elementStyles=[],re.shadowRootOptions={mode:"open"},re[et("elementProperties")]=new Map,re[et("finalized")]=new Map,j8?.({ReactiveElement:re}),(zt.reactiveElementVersions??=[]).push("2.1.2");var p3=globalThis,ad=e=>e,_t=p3.trustedTypes,od=_t?_t.createPolicy("lit-html",{createHTML:e=>e}):void 0,g3="$lit$",ie=`lit$${Math.random().toFixed(9).slice(2)}$`,z3="?"+ie,S8=`<${z3}>`,ve=document,rt=()=>ve.createComment(""),it=e=>e===null||typeof e!="object"&&typeof e!="function",b3=Array.isArray,md=e=>b3(e)||typeof e?.[Symbol.iterator]=="function",m3=`[ 	
\f\r]`,dt=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,nd=/-->/g,ld=/>/g,fe=RegExp(`>|${m3}(?:([^\\s"'>=/]+)(${m3}*=${m3}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),fd=/'/g,cd=/"/g,pd=/^(?:script|style|textarea|title)$/i,_3=e=>(t,...d)=>({_$litType$:e,strings:t,values:d}),m=_3(1),y=_3(2),hs=_3(3),B=Symbol.for("lit-noChange"),V=Symbol.for("lit-nothing"),vd=new WeakMap,ce=ve.createTreeWalker(ve,129);function gd(e,t){if(!b3(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return od!==void 0?od.createHTML(t):t}var zd=(e,t)=>{let d=e.length-1,r=[],i,s=t===2?"<svg>":t===3?"<math>":"",u=dt;for(let a=0;a<d;a++){let n=e[a],l,o,h=-1,g=0;for(;g<n.length&&(u.lastIndex=g,o=u.exec(n),o!==null);)g=u.lastIndex,u===dt?o[1]==="!--"?u=nd:o[1]!==void 0?u=ld:o[2]!==void 0?(pd.test(o[2])&&(i=RegExp("</"+o[2],"g")),u=fe):o[3]!==void 0&&(u=fe):u===fe?o[0]===">"?(u=i??dt,h=-1):o[1]===void 0?h=-2:(h=u.lastIndex-o[2].length,l=o[1],u=o[3]===void 0?fe:o[3]==='"'?cd:fd):u===cd||u===fd?u=fe:u===nd||u===ld?u=dt:(u=fe,i=void 0);let f=u===fe&&e[a+1].startsWith("/>")?" ":"";s+=u===dt?n+S8:h>=0?(r.push(l),n.slice(0,h)+g3+n.slice(h)+ie+f):n+ie+(h===-2?a:f)}return[gd(e,s+(e[d]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),r]},ut=class e{constructor({strings:t,_$litType$:d},r){let i;this.parts=[];let s=0,u=0,a=t.length-1,n=this.parts,[l,o]=zd(t,d);if(this.el=e.createElement(l,r),ce.currentNode=this.el.content,d===2||d===3){let h=this.el.content.firstChild;h.replaceWith(...h.childNodes)}for(;(i=ce.nextNode())!==null&&n.length<a;){if(i.nodeType===1){if(i.hasAttributes())for(let h of i.getAttributeNames())if(h.endsWith(g3)){let g=o[u++],f=i.getAttribute(h).split(ie),p=/([.?@])?(.*)/.exec(g);n.push({type:1,index:s,name:p[2],strings:f,ctor:p[1]==="."?xt:p[1]==="?"?yt:p[1]==="@"?Ht:pe}),i.removeAttribute(h)}else h.startsWith(ie)&&(n.push({type:6,index:s}),i.removeAttribute(h));if(pd.test(i.tagName)){let h=i.textContent.split(ie),g=h.length-1;if(g>0){i.textContent=_t?_t.emptyScript:"";for(let f=0;f<g;f++)i.append(h[f],rt()),ce.nextNode(),n.push({type:2,index:++s});i.append(h[g],rt())}}}else if(i.nodeType===8)if(i.data===z3)n.push({type:2,index:s});else{let h=-1;for(;(h=i.data.indexOf(ie,h+1))!==-1;)n.push({type:7,index:s}),h+=ie.length-1}s++}}static createElement(t,d){let r=ve.createElement("template");return r.innerHTML=t,r}};function me(e,t,d=e,r){if(t===B)return t;let i=r!==void 0?d._$Co?.[r]:d._$Cl,s=it(t)?void 0:t._$litDirective$;return i?.constructor!==s&&(i?._$AO?.(!1),s===void 0?i=void 0:(i=new s(e),i._$AT(e,d,r)),r!==void 0?(d._$Co??=[])[r]=i:d._$Cl=i),i!==void 0&&(t=me(e,i._$AS(e,t.values),i,r)),t}var Mt=class{constructor(t,d){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=d}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:d},parts:r}=this._$AD,i=(t?.creationScope??ve).importNode(d,!0);ce.currentNode=i;let s=ce.nextNode(),u=0,a=0,n=r[0];for(;n!==void 0;){if(u===n.index){let l;n.type===2?l=new _e(s,s.nextSibling,this,t):n.type===1?l=new n.ctor(s,n.name,n.strings,this,t):n.type===6&&(l=new wt(s,this,t)),this._$AV.push(l),n=r[++a]}u!==n?.index&&(s=ce.nextNode(),u++)}return ce.currentNode=ve,i}p(t){let d=0;for(let r of this._$AV)r!==void 0&&(r.strings!==void 0?(r._$AI(t,r,d),d+=r.strings.length-2):r._$AI(t[d])),d++}},_e=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,d,r,i){this.type=2,this._$AH=V,this._$AN=void 0,this._$AA=t,this._$AB=d,this._$AM=r,this.options=i,this._$Cv=i?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,d=this._$AM;return d!==void 0&&t?.nodeType===11&&(t=d.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,d=this){t=me(this,t,d),it(t)?t===V||t==null||t===""?(this._$AH!==V&&this._$AR(),this._$AH=V):t!==this._$AH&&t!==B&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):md(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==V&&it(this._$AH)?this._$AA.nextSibling.data=t:this.T(ve.createTextNode(t)),this._$AH=t}$(t){let{values:d,_$litType$:r}=t,i=typeof r=="number"?this._$AC(t):(r.el===void 0&&(r.el=ut.createElement(gd(r.h,r.h[0]),this.options)),r);if(this._$AH?._$AD===i)this._$AH.p(d);else{let s=new Mt(i,this),u=s.u(this.options);s.p(d),this.T(u),this._$AH=s}}_$AC(t){let d=vd.get(t.strings);return d===void 0&&vd.set(t.strings,d=new ut(t)),d}k(t){b3(this._$AH)||(this._$AH=[],this._$AR());let d=this._$AH,r,i=0;for(let s of t)i===d.length?d.push(r=new e(this.O(rt()),this.O(rt()),this,this.options)):r=d[i],r._$AI(s),i++;i<d.length&&(this._$AR(r&&r._$AB.nextSibling,i),d.length=i)}_$AR(t=this._$AA.nextSibling,d){for(this._$AP?.(!1,!0,d);t!==this._$AB;){let r=ad(t).nextSibling;ad(t).remove(),t=r}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},pe=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,d,r,i,s){this.type=1,this._$AH=V,this._$AN=void 0,this.element=t,this.name=d,this._$AM=i,this.options=s,r.length>2||r[0]!==""||r[1]!==""?(this._$AH=Array(r.length-1).fill(new String),this.strings=r):this._$AH=V}_$AI(t,d=this,r,i){let s=this.strings,u=!1;if(s===void 0)t=me(this,t,d,0),u=!it(t)||t!==this._$AH&&t!==B,u&&(this._$AH=t);else{let a=t,n,l;for(t=s[0],n=0;n<s.length-1;n++)l=me(this,a[r+n],d,n),l===B&&(l=this._$AH[n]),u||=!it(l)||l!==this._$AH[n],l===V?t=V:t!==V&&(t+=(l??"")+s[n+1]),this._$AH[n]=l}u&&!i&&this.j(t)}j(t){t===V?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},xt=class extends pe{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===V?void 0:t}},yt=class extends pe{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==V)}},Ht=class extends pe{constructor(t,d,r,i,s){super(t,d,r,i,s),this.type=5}_$AI(t,d=this){if((t=me(this,t,d,0)??V)===B)return;let r=this._$AH,i=t===V&&r!==V||t.capture!==r.capture||t.once!==r.once||t.passive!==r.passive,s=t!==V&&(r===V||i);i&&this.element.removeEventListener(this.name,this,r),s&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},wt=class{constructor(t,d,r){this.element=t,this.type=6,this._$AN=void 0,this._$AM=d,this.options=r}get _$AU(){return this._$AM._$AU}_$AI(t){me(this,t)}},bd={M:g3,P:ie,A:z3,C:1,L:zd,R:Mt,D:md,V:me,I:_e,H:pe,N:yt,U:Ht,B:xt,F:wt},R8=p3.litHtmlPolyfillSupport;R8?.(ut,_e),(p3.litHtmlVersions??=[]).push("3.3.3");var M3=(e,t,d)=>{let r=d?.renderBefore??t,i=r._$litPart$;if(i===void 0){let s=d?.renderBefore??null;r._$litPart$=i=new _e(t.insertBefore(rt(),s),s,void 0,d??{})}return i._$AI(e),i};var x3=globalThis,R=class extends re{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}update(t){let d=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=M3(d,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return B}};R._$litElement$=!0,R.finalized=!0,x3.litElementHydrateSupport?.({LitElement:R});var D8=x3.litElementPolyfillSupport;D8?.({LitElement:R});(x3.litElementVersions??=[]).push("4.2.2");var F={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},G=e=>(...t)=>({_$litDirective$:e,values:t}),W=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,d,r){this._$Ct=t,this._$AM=d,this._$Ci=r}_$AS(t,d){return this.update(t,d)}update(t,d){return this.render(...d)}};var Me=G(class extends W{constructor(e){if(super(e),e.type!==F.ATTRIBUTE||e.name!=="class"||e.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(e){return" "+Object.keys(e).filter(t=>e[t]).join(" ")+" "}update(e,[t]){if(this.st===void 0){this.st=new Set,e.strings!==void 0&&(this.nt=new Set(e.strings.join(" ").split(/\s/).filter(r=>r!=="")));for(let r in t)t[r]&&!this.nt?.has(r)&&this.st.add(r);return this.render(t)}let d=e.element.classList;for(let r of this.st)r in t||(d.remove(r),this.st.delete(r));for(let r in t){let i=!!t[r];i===this.st.has(r)||this.nt?.has(r)||(i?(d.add(r),this.st.add(r)):(d.remove(r),this.st.delete(r)))}return B}});var O8={},P8=G(class extends W{constructor(){super(...arguments),this.ot=O8}render(e,t){return t()}update(e,[t,d]){if(Array.isArray(t)){if(Array.isArray(this.ot)&&this.ot.length===t.length&&t.every((r,i)=>r===this.ot[i]))return B}else if(this.ot===t)return B;return this.ot=Array.isArray(t)?Array.from(t):t,this.render(t,d)}});var U=e=>e??V;var{I:I8}=bd,_d=e=>e;var $t=e=>e.strings===void 0,Md=()=>document.createComment(""),xe=(e,t,d)=>{let r=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(d===void 0){let s=r.insertBefore(Md(),i),u=r.insertBefore(Md(),i);d=new I8(s,u,e,e.options)}else{let s=d._$AB.nextSibling,u=d._$AM,a=u!==e;if(a){let n;d._$AQ?.(e),d._$AM=e,d._$AP!==void 0&&(n=e._$AU)!==u._$AU&&d._$AP(n)}if(s!==i||a){let n=d._$AA;for(;n!==s;){let l=_d(n).nextSibling;_d(r).insertBefore(n,i),n=l}}}return d},ne=(e,t,d=e)=>(e._$AI(t,d),e),B8={},Et=(e,t=B8)=>e._$AH=t,xd=e=>e._$AH,Tt=e=>{e._$AR(),e._$AA.remove()};var L8=G(class extends W{constructor(e){if(super(e),e.type!==F.PROPERTY&&e.type!==F.ATTRIBUTE&&e.type!==F.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!$t(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===B||t===V)return t;let d=e.element,r=e.name;if(e.type===F.PROPERTY){if(t===d[r])return B}else if(e.type===F.BOOLEAN_ATTRIBUTE){if(!!t===d.hasAttribute(r))return B}else if(e.type===F.ATTRIBUTE&&d.getAttribute(r)===t+"")return B;return Et(e),t}});var st=(e,t)=>{let d=e._$AN;if(d===void 0)return!1;for(let r of d)r._$AO?.(t,!1),st(r,t);return!0},kt=e=>{let t,d;do{if((t=e._$AM)===void 0)break;d=t._$AN,d.delete(e),e=t}while(d?.size===0)},yd=e=>{for(let t;t=e._$AM;e=t){let d=t._$AN;if(d===void 0)t._$AN=d=new Set;else if(d.has(e))break;d.add(e),U8(t)}};function q8(e){this._$AN!==void 0?(kt(this),this._$AM=e,yd(this)):this._$AM=e}function N8(e,t=!1,d=0){let r=this._$AH,i=this._$AN;if(i!==void 0&&i.size!==0)if(t)if(Array.isArray(r))for(let s=d;s<r.length;s++)st(r[s],!1),kt(r[s]);else r!=null&&(st(r,!1),kt(r));else st(this,e)}var U8=e=>{e.type==F.CHILD&&(e._$AP??=N8,e._$AQ??=q8)},ye=class extends W{constructor(){super(...arguments),this._$AN=void 0}_$AT(t,d,r){super._$AT(t,d,r),yd(this),this.isConnected=t._$AU}_$AO(t,d=!0){t!==this.isConnected&&(this.isConnected=t,t?this.reconnected?.():this.disconnected?.()),d&&(st(this,t),kt(this))}setValue(t){if($t(this._$Ct))this._$Ct._$AI(t,this);else{let d=[...this._$Ct._$AH];d[this._$Ci]=t,this._$Ct._$AI(d,this,0)}}disconnected(){}reconnected(){}};var y3=new WeakMap,F8=G(class extends ye{render(e){return V}update(e,[t]){let d=t!==this.G;return d&&this.rt(void 0),(d||this.lt!==this.ct)&&(this.G=t,this.ht=e.options?.host,this.rt(this.ct=e.element)),V}rt(e){if(this.G!==void 0)if(this.isConnected||(e=void 0),typeof this.G=="function"){let t=this.ht??globalThis,d=y3.get(t);d===void 0&&(d=new WeakMap,y3.set(t,d)),d.get(this.G)!==void 0&&this.G.call(this.ht,void 0),d.set(this.G,e),e!==void 0&&this.G.call(this.ht,e)}else this.G.value=e}get lt(){return typeof this.G=="function"?y3.get(this.ht??globalThis)?.get(this.G):this.G?.value}disconnected(){this.lt===this.ct&&this.rt(void 0)}reconnected(){this.rt(this.ct)}});var Hd=(e,t,d)=>{let r=new Map;for(let i=t;i<=d;i++)r.set(e[i],i);return r},G8=G(class extends W{constructor(e){if(super(e),e.type!==F.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,t,d){let r;d===void 0?d=t:t!==void 0&&(r=t);let i=[],s=[],u=0;for(let a of e)i[u]=r?r(a,u):u,s[u]=d(a,u),u++;return{values:s,keys:i}}render(e,t,d){return this.dt(e,t,d).values}update(e,[t,d,r]){let i=xd(e),{values:s,keys:u}=this.dt(t,d,r);if(!Array.isArray(i))return this.ut=u,s;let a=this.ut??=[],n=[],l,o,h=0,g=i.length-1,f=0,p=s.length-1;for(;h<=g&&f<=p;)if(i[h]===null)h++;else if(i[g]===null)g--;else if(a[h]===u[f])n[f]=ne(i[h],s[f]),h++,f++;else if(a[g]===u[p])n[p]=ne(i[g],s[p]),g--,p--;else if(a[h]===u[p])n[p]=ne(i[h],s[p]),xe(e,n[p+1],i[h]),h++,p--;else if(a[g]===u[f])n[f]=ne(i[g],s[f]),xe(e,i[h],i[g]),g--,f++;else if(l===void 0&&(l=Hd(u,f,p),o=Hd(a,h,g)),l.has(a[h]))if(l.has(a[g])){let c=o.get(u[f]),v=c!==void 0?i[c]:null;if(v===null){let b=xe(e,i[h]);ne(b,s[f]),n[f]=b}else n[f]=ne(v,s[f]),xe(e,i[h],v),i[c]=null;f++}else Tt(i[g]),g--;else Tt(i[h]),h++;for(;f<=p;){let c=xe(e,n[p+1]);ne(c,s[f]),n[f++]=c}for(;h<=g;){let c=i[h++];c!==null&&Tt(c)}return this.ut=u,Et(e,n),B}});var wd="important",Z8=" !"+wd,H3=G(class extends W{constructor(e){if(super(e),e.type!==F.ATTRIBUTE||e.name!=="style"||e.strings?.length>2)throw Error("The `styleMap` directive must be used in the `style` attribute and must be the only part in the attribute.")}render(e){return Object.keys(e).reduce((t,d)=>{let r=e[d];return r==null?t:t+`${d=d.includes("-")?d:d.replace(/(?:^(webkit|moz|ms|o)|)(?=[A-Z])/g,"-$&").toLowerCase()}:${r};`},"")}update(e,[t]){let{style:d}=e.element;if(this.ft===void 0)return this.ft=new Set(Object.keys(t)),this.render(t);for(let r of this.ft)t[r]==null&&(this.ft.delete(r),r.includes("-")?d.removeProperty(r):d[r]=null);for(let r in t){let i=t[r];if(i!=null){this.ft.add(r);let s=typeof i=="string"&&i.endsWith(Z8);r.includes("-")||s?d.setProperty(r,s?i.slice(0,-11):i,s?wd:""):d[r]=i}}return B}});var L=e=>(t,d)=>{d!==void 0?d.addInitializer(()=>{customElements.define(e,t)}):customElements.define(e,t)};var W8={attribute:!0,type:String,converter:tt,reflect:!1,hasChanged:bt},K8=(e=W8,t,d)=>{let{kind:r,metadata:i}=d,s=globalThis.litPropertyMetadata.get(i);if(s===void 0&&globalThis.litPropertyMetadata.set(i,s=new Map),r==="setter"&&((e=Object.create(e)).wrapped=!0),s.set(d.name,e),r==="accessor"){let{name:u}=d;return{set(a){let n=t.get.call(this);t.set.call(this,a),this.requestUpdate(u,n,e,!0,a)},init(a){return a!==void 0&&this.C(u,void 0,e,a),a}}}if(r==="setter"){let{name:u}=d;return function(a){let n=this[u];t.call(this,a),this.requestUpdate(u,n,e,!0,a)}}throw Error("Unsupported decorator location: "+r)};function E(e){return(t,d)=>typeof d=="object"?K8(e,t,d):((r,i,s)=>{let u=i.hasOwnProperty(s);return i.constructor.createProperty(s,r),u?Object.getOwnPropertyDescriptor(i,s):void 0})(e,t,d)}var Q8=function(e,t,d,r,i,s){function u(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var a=r.kind,n=a==="getter"?"get":a==="setter"?"set":"value",l=!t&&e?r.static?e:e.prototype:null,o=t||(l?Object.getOwnPropertyDescriptor(l,r.name):{}),h,g=!1,f=d.length-1;f>=0;f--){var p={};for(var c in r)p[c]=c==="access"?{}:r[c];for(var c in r.access)p.access[c]=r.access[c];p.addInitializer=function(b){if(g)throw new TypeError("Cannot add initializers after decoration has completed");s.push(u(b||null))};var v=(0,d[f])(a==="accessor"?{get:o.get,set:o.set}:o[n],p);if(a==="accessor"){if(v===void 0)continue;if(v===null||typeof v!="object")throw new TypeError("Object expected");(h=u(v.get))&&(o.get=h),(h=u(v.set))&&(o.set=h),(h=u(v.init))&&i.unshift(h)}else(h=u(v))&&(a==="field"?i.unshift(h):o[n]=h)}l&&Object.defineProperty(l,r.name,o),g=!0},X8=function(e,t,d){for(var r=arguments.length>2,i=0;i<t.length;i++)d=r?t[i].call(e,d):t[i].call(e);return r?d:void 0},Y8=(()=>{let e=[L("discord-attachments")],t,d=[],r,i=R;var s=class extends i{static{r=this}static{let u=typeof Symbol=="function"&&Symbol.metadata?Object.create(i[Symbol.metadata]??null):void 0;Q8(null,t={value:r},e,{kind:"class",name:r.name,metadata:u},null,d),s=r=t.value,u&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:u})}static styles=I`
		:host {
			display: grid;
			grid-auto-flow: row;
			grid-row-gap: 0.25rem;
			text-indent: 0;
			min-height: 0;
			min-width: 0;
			padding-top: 0.125rem;
			padding-bottom: 0.125rem;
			position: relative;
		}

		:host > * {
			justify-self: start;
			-ms-flex-item-align: start;
			align-self: start;
		}
	`;render(){return m`<slot></slot>`}static{X8(r,d)}};return s=r})();var le=class extends Event{constructor(t,d,r,i){super("context-request",{bubbles:!0,composed:!0}),this.context=t,this.contextTarget=d,this.callback=r,this.subscribe=i??!1}};var He=class{constructor(t,d,r,i){if(this.subscribe=!1,this.provided=!1,this.value=void 0,this.t=(s,u)=>{this.unsubscribe&&(this.unsubscribe!==u&&(this.provided=!1,this.unsubscribe()),this.subscribe||this.unsubscribe()),this.value=s,this.host.requestUpdate(),this.provided&&!this.subscribe||(this.provided=!0,this.callback&&this.callback(s,u)),this.unsubscribe=u},this.host=t,d.context!==void 0){let s=d;this.context=s.context,this.callback=s.callback,this.subscribe=s.subscribe??!1}else this.context=d,this.callback=r,this.subscribe=i??!1;this.host.addController(this)}hostConnected(){this.dispatchRequest()}hostDisconnected(){this.unsubscribe&&(this.unsubscribe(),this.unsubscribe=void 0)}dispatchRequest(){this.host.dispatchEvent(new le(this.context,this.host,this.t,this.subscribe))}};var At=class{get value(){return this.o}set value(t){this.setValue(t)}setValue(t,d=!1){let r=d||!Object.is(t,this.o);this.o=t,r&&this.updateObservers()}constructor(t){this.subscriptions=new Map,this.updateObservers=()=>{for(let[d,{disposer:r}]of this.subscriptions)d(this.o,r)},t!==void 0&&(this.value=t)}addCallback(t,d,r){if(!r)return void t(this.value);this.subscriptions.has(t)||this.subscriptions.set(t,{disposer:()=>{this.subscriptions.delete(t)},consumerHost:d});let{disposer:i}=this.subscriptions.get(t);t(this.value,i)}clearCallbacks(){this.subscriptions.clear()}};var w3=class extends Event{constructor(t,d){super("context-provider",{bubbles:!0,composed:!0}),this.context=t,this.contextTarget=d}},we=class extends At{constructor(t,d,r){super(d.context!==void 0?d.initialValue:r),this.onContextRequest=i=>{if(i.context!==this.context)return;let s=i.contextTarget??i.composedPath()[0];s!==this.host&&(i.stopPropagation(),this.addCallback(i.callback,s,i.subscribe))},this.onProviderRequest=i=>{if(i.context!==this.context||(i.contextTarget??i.composedPath()[0])===this.host)return;let s=new Set;for(let[u,{consumerHost:a}]of this.subscriptions)s.has(u)||(s.add(u),a.dispatchEvent(new le(this.context,a,u,!0)));i.stopPropagation()},this.host=t,d.context!==void 0?this.context=d.context:this.context=d,this.attachListeners(),this.host.addController?.(this)}attachListeners(){this.host.addEventListener("context-request",this.onContextRequest),this.host.addEventListener("context-provider",this.onProviderRequest)}hostConnected(){this.host.dispatchEvent(new w3(this.context,this.host))}};function ht({context:e}){return(t,d)=>{let r=new WeakMap;if(typeof d=="object")return{get(){return t.get.call(this)},set(i){return r.get(this).setValue(i),t.set.call(this,i)},init(i){return r.set(this,new we(this,{context:e,initialValue:i})),i}};{t.constructor.addInitializer((u=>{r.set(u,new we(u,{context:e}))}));let i=Object.getOwnPropertyDescriptor(t,d),s;if(i===void 0){let u=new WeakMap;s={get(){return u.get(this)},set(a){r.get(this).setValue(a),u.set(this,a)},configurable:!0,enumerable:!0}}else{let u=i.set;s={...i,set(a){r.get(this).setValue(a),u?.call(this,a)}}}return void Object.defineProperty(t,d,s)}}}function Y({context:e,subscribe:t}){return(d,r)=>{typeof r=="object"?r.addInitializer((function(){new He(this,{context:e,callback:i=>{d.set.call(this,i)},subscribe:t})})):d.constructor.addInitializer((i=>{new He(i,{context:e,callback:s=>{i[r]=s},subscribe:t})}))}}function q(e,t,d){return e?t(e):d?.(e)}var $3=class extends ye{host;element;prevData={};eventData={};render(t){return V}update(t,[d]){this.element!==t.element&&(this.element=t.element),this.host=t.options?.host??this.element,this.apply(d),this.groom(d),this.prevData={...d}}apply(t){if(!t)return;let{prevData:d,element:r}=this;for(let[i,s]of Object.entries(t)){if(s===d[i])continue;let u=i.slice(1);switch(i[0]){case"@":this.eventData[u]=s,this.applyEvent(u,s);break;case".":r[u]=s;break;case"?":s?r.setAttribute(u,""):r.removeAttribute(u);break;default:s===null?r.removeAttribute(i):r.setAttribute(i,String(s));break}}}groom(t){let{prevData:d,element:r}=this;if(d)for(let[i,s]of Object.entries(d)){let u=i.slice(1);if(!t||!(i in t)&&r[u]===s)switch(i[0]){case"@":this.groomEvent(u,s);break;case".":r[u]=void 0;break;case"?":r.removeAttribute(u);break;default:r.removeAttribute(i);break}}}applyEvent(t,d){let{prevData:r,element:i}=this;this.eventData[t]=d,r[t]&&i.removeEventListener(t,this,d),i.addEventListener(t,this,d)}groomEvent(t,d){let{element:r}=this;Reflect.deleteProperty(this.eventData,t),r.removeEventListener(t,this,d)}handleEvent(t){let d=this.eventData[t.type];typeof d=="function"?d.call(this.host,t):d.handleEvent(t)}disconnected(){let{eventData:t,element:d}=this;for(let[r,i]of Object.entries(t)){let s=r.slice(1);d.removeEventListener(s,this,i)}}reconnected(){let{eventData:t,element:d}=this;for(let[r,i]of Object.entries(t)){let s=r.slice(1);d.addEventListener(s,this,i)}}},H=G($3);var er=y`
	<path d="M5.688 3.5v.438H5.25v.438h-.438V1.313h-.438V.875h-.436V.438H3.5v6.125h2.625v-.438H5.25v-.438h.438v-.438h.438v-.438h.438V3.5z" fill="#b79cf8"/>
	<path d="M3.063.438v.438h-.438v.438h-.437v3.5h-.875v-.438H.438v1.75h.438v.438h2.625V.438z" fill="#ff7fc0"/>
	<path d="M3.938 0h-.875v.438h.875zm-.875.438h-.438v.438h.438z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875zm-.875.437h-.438v.438h.438zm0 1.75h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.188 5.25H1.75v.438h.438z" fill="#ffa5d3"/>
	<path d="M2.625 5.25h-.437v.438h.438zm-1.75.438H.438v.438h.438zm2.625.438H.875v.438H3.5z" fill="#ff1c90"/>
	<path d="M1.75 5.688h-.437v.438h.438zm-.438-.438H.875v.438h.438zm1.313-.875V3.5h-.437v1.313h.438v1.313h.438v-1.75zm.438-3.5v1.313h-.438v.438h.438v1.313h.438V.875z" fill="#ffa5d3"/>
	<path d="M6.125 3.5h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-3.5.875h-.874v.438h.875zm-.875-.438H.438v.438h.875z" fill="#f0f0f0"/>
	<path d="M.875 5.25v-.875H.438v.875z" fill="#f0f0f0"/>
	<path d="M4.813 1.313h-.438v.438h.438z" fill="#cdbafa"/>
	<path d="M2.625 1.313h-.437v1.313h.438z" fill="#f0f0f0"/>
	<path d="M4.375.438h-.437v.438h.438zm.438.438h-.438v.438h.438zM2.625 4.814h-.437v.438h.438zm3.938 0h-.438v.438h.438zm-.875.438v.438H5.25v.438h.875v-.875zm.438.875v.438H.875v.438h5.688v-.875zM.875 6.125H.438v.438h.438zM7 3.062H5.687V3.5H7zm-5.687.876H0v.438h1.313z" fill="#000"/>
	<path d="M.438 6.125V3.938H0v2.188zm6.563-1.313V3.5h-.438v1.313zM2.625.875h-.437v.438h.438zm-.875.438v3.063h-.437v.438h.875V1.313zm3.5 2.188V1.313h-.438v3.063h.438v-.438h.438V3.5z" fill="#000"/>
	<path d="M3.938.875H3.5v.875h.438zm.438 1.75V1.75h-.438V3.5h.438v.438h.438V2.625zm.875 1.75h-.438v.438h.438zm-1.313 0H3.5v1.313h.438zm.875 1.313h-.438v.438h.438zm0-.875h-.438v.438h.438zm.438.438h-.438v.438h.438z" fill="#cdbafa"/>
	<path d="M5.25 6.125v-.438h-.438v.438H3.5v.438h2.625v-.438zm.438-.875H5.25v.438h.438zm.438-.438h-.438v.438h.438z" fill="#816bee"/>
`;function Vt(e={}){return m`<svg
		${H(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${er}
	</svg>`}var tr=y`
	<path d="M4.375 1.75v-.437h-.437V.438h-.875v.875h-.438v.438h-.437v.438h.438v.438h.438v.438h.875v-.44h.438v-.437h.438V1.75z" fill="#47baff"/>
	<path d="M4.375 5.25v.438h-.437v.875h-.875v-.875h-.438V5.25h-.437v-.438h.438v-.438h.438v-.436h.875v.438h.438v.438h.438v.438z" fill="#ff2c52"/>
	<path d="M3.063 0v.438h.875V0z" fill="#000"/>
	<path d="M3.063.438v.438h.875V.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.625v.438h.875v-.438z" fill="#4282d8"/>
	<path d="M3.063.438h-.438v.875h.438zM.438 3.063H0v.875h.438zm.875 0v-.438H.438v.438zm1.313-1.75h-.438v.438h.438z" fill="#000"/>
	<path d="M2.625 1.75h-.437v.438h.438zm.438-.438h-.438v.438h.438zm0 2.625v.438h.875v-.437z" fill="#f0f0f0"/>
	<path d="M3.063 6.125v.438h.875v-.438zm0-.875h-.438v.438h.438zm-.438-.438h-.437v.438h.438z" fill="#be0351"/>
	<path d="M3.063 4.375h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938 5.688h.438V5.25h-.438zm.438-.438h.438v-.438h-.438zm-.438-.438h.438v-.438h-.438z" fill="#be0351"/>
	<path d="M3.5 1.75h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.375 2.188h-.437v.438h.438zm.438-.438h-.438v.438h.438z" fill="#4282d8"/>
	<path d="M5.25 4.375h.438v-.437h.875v-.875h-.875v-.438H5.25v-.437h-.438v.438h-.438v.438h-.436v.875h.438v.438h.438v.438h.438z" fill="#C7C7C7"/>
	<path d="M6.563 3.063h-.438v.875h.438z" fill="#707070"/>
	<path d="M5.25 2.625v-.437h-.438v.438zm-.438.438v-.438h-.438v.438z" fill="#fff"/>
	<path d="M4.813 4.375v-.437h-.438v.438zm-.438-.438V3.5h-.437v.438zm1.313.438v-.437H5.25v.438zm-.438.438v-.438h-.438v.438z" fill="#707070"/>
	<path d="M1.75 4.375h-.437v-.437H.438v-.875h.875v-.438h.438v-.437h.438v.438h.438v.438h.438v.875h-.44v.438h-.437v.438H1.75z" fill="#C7C7C7"/>
	<path d="M.438 3.938h.438v-.875H.438z" fill="#fff"/>
	<path d="M2.625 3.938h.438v-.875h-.438z" fill="#707070"/>
	<path d="M2.188 2.625v-.437H1.75v.438zm-.438.438v-.438h-.437v.438zm.438.438v-.438H1.75v.438z" fill="#fff"/>
	<path d="M2.625 4.375v-.437h-.437v.438zm-.438.438v-.438H1.75v.438z" fill="#707070"/>
	<path d="M2.188 1.75H1.75v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.439v.438h.438zm.875.438h-.876v.875h.875zm.438.875h-.439v.438h.438zm.438.438h-.438v.438h.438zM1.75 2.188h-.437v.438h.438zm2.188 4.813v-.438h-.875v.438zm-.875-1.313h-.438v.875h.438zM.438 3.938v.438h.875v-.438zm2.188 1.313h-.438v.438h.438zm-.438-.438H1.75v.438h.438zm-.438-.438h-.437v.438h.438zm2.188-3.063h.438V.438h-.438zm2.625 2.625h.438v-.874h-.438zm0-.875v-.437h-.875v.438zM4.375 1.749h.438v-.436h-.438zm.438.438h.438V1.75h-.438zm-.438.438h.438v-.437h-.438zm-.437.438h.438v-.438h-.438zM2.625 4.376h.438v-.438h-.438zm-.438.438h.438v-.438h-.437z" fill="#000"/>
	<path d="M4.813 2.188h.438V1.75h-.438zm.438.438h.438v-.438h-.438zM3.938 6.564h.438v-.875h-.438zm1.75-2.625v.438h.875v-.439zm-1.313 1.75h.438v-.438h-.438zm.438-.438h.438v-.438h-.438zm.438-.438h.438v-.438h-.438z" fill="#000"/>
`;function jt(e={}){return m`<svg
		${H(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${tr}
	</svg>`}var dr=y`
	<path d="M6.125 3.063v-.438h-.438v.438H4.374v-.438h-.436V1.313h.438V.875H3.063v1.75h-.438v.438H.438v.875h.438v.438h.438v-.438h1.313v.438h.438v1.313h-.44v.438h.438v.438h.875v-.438h.438v-.438h-.438V4.376h.438v-.438h1.313v.438h.438v-.438h.438v-.875z" fill="#ffb84b"/>
	<path d="M3.938 0h-.875v.438h.875zM2.625.875H1.313v.438h1.313zm-1.312.438H.875v1.313h.438zm1.75 0h-.438v1.313h.438zm1.313 0h-.438v1.313h.438zm1.75 0h-.438v1.313h.438zM5.688.875H4.375v.438h1.313zm-3.063 1.75H1.313v.438h1.313zm3.063 0H4.375v.438h1.313zM3.063.438h-.438v.438h.438z" fill="#000"/>
	<path d="M2.625 1.313h-.437v.438h.438zm-.437.437H1.75v.438h.438zm3.5-.438H5.25v.438h.438zm-.438.438h-.438v.438h.438zm.438 2.625H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-2.625-.438h-.437v.438h.438zm-.438.438H1.75v.438h.438z" fill="#57595f"/>
	<path d="M4.375.438h-.437v.438h.438zM.438 3.063H0v.875h.438z" fill="#000"/>
	<path d="M2.188 1.75v.438h-.875v.438h1.313V1.75zm3.063 0v.438h-.875v.438h1.313V1.75zM2.188 4.813v.438h-.875v.438h1.313v-.875zm3.063 0v.438h-.875v.438h1.313v-.875z" fill="#35363a"/>
	<path d="M.875 3.938H.438v.438h.438zm0-1.313H.438v.438h.438zM7 3.063h-.438v.875H7z" fill="#000"/>
	<path d="M6.563 3.063h-.438v.875h.438z" fill="#ba3500"/>
	<path d="M.875 3.063H.438v.875h.438z" fill="#f0f0f0"/>
	<path d="M6.563 2.625h-.438v.438h.438zm0 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M6.125 3.938h-.438v.438h.438zm-3.062 0h-.438v.438h.438zm-1.75 0H.875v.438h.438zm3.063 0h-.438v.438h.438z" fill="#ba3500"/>
	<path d="M3.938 6.563h-.875v.438h.875zm-1.313-.875H1.313v.438h1.313zM1.312 4.375H.875v1.313h.438zm1.75 0h-.437v1.313h.438zm1.313 0h-.437v1.313h.438zm1.75 0h-.438v1.313h.438zm-.438 1.313H4.374v.438h1.313zm-3.062-1.75H1.313v.438h1.313zm3.063 0H4.375v.438h1.313z" fill="#000"/>
	<path d="M2.625 3.5H1.313v.438h1.313zm3.063 0H4.375v.438h1.313z" fill="#ba3500"/>
	<path d="M3.063 6.125h-.438v.438h.438zm1.313 0h-.438v.438h.438z" fill="#000"/>
	<path d="M3.938 6.125h-.875v.438h.875z" fill="#ba3500"/>
	<path d="M3.938.438h-.875v.438h.875zm-.875.437h-.438v.438h.438V.438Z" fill="#f0f0f0"/>
	<path d="M4.375 5.688h-.437v.438h.438z" fill="#ba3500"/>
	<path d="M2.188 1.313h-.875v.875h.438V1.75h.438zm3.063 0h-.875v.875h.438V1.75h.438zM2.188 4.376h-.875v.875h.438v-.438h.438zm3.063 0h-.875v.875h.438v-.438h.438z" fill="#d8d8d8"/>
	<path d="M3.938 2.188V1.75H3.5V.875h-.437v1.313zm0 .438H3.5v.438h-.437v.438h-.438v.438h.438v.875h.438v1.313h.438v-1.75H3.5V3.5h.875v-.437h-.437zm2.188.438h-.438v.438h.438zm-3.063-.439h-.438v.438h.438zm-1.75.438H.875v.438h.438zm.875 0H1.75v.438h.438z" fill="#fd6214"/>
`;function St(e={}){return m`<svg
		${H(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${dr}
	</svg>`}var rr=y`
	<path d="M5.688 2.625V1.75H5.25V.438h-.438v.438h-.438v.438h-.436v.438H3.5v.438H1.313v.438H.875v.875H.438v1.75h.438v.438h.438v.438h.438v.438h3.5v-.438h.438v-.438h.438V2.625z" fill="#fd6214"/>
	<path d="M0 3.5v1.75h.438V3.5zm6.563.438v1.313h.438V3.938zm-.438-1.313v1.313h.438V2.625zm-.438-.875v.875h.438V1.75z" fill="#000"/>
	<path d="M6.125 3.938v1.313h.438V3.938zm-.438-1.313v1.313h.438V2.625zm-.438-.875v.875h.438V1.75z" fill="#ba3500"/>
	<path d="M.438 2.625V3.5h.438v-.875zm2.625-1.313h-.438v.438h.438zm.875 0H3.5v.438h.438zM3.5 1.75h-.437v.438h.438zm-2.625.438v.438h.438v-.438zM.437 5.251v.438h.438v-.438zm.438.438v.438h.438v-.438zm.438.438v.438h.438v-.438zm4.813-.875v.438h.438v-.438zm-.438.438v.438h.438V5.69zm-.438.438v.438h.438v-.438zm-3.5.438v.438h3.5v-.438zM1.313 1.75v.438h.438V1.75zm.438-.438v.438h.438v-.437zm.438-.438v.438h.438V.875zm1.75 0v.438h.438V.875zm.438-.438v.438h.438V.438zm.438-.438v.438h.438V0z" fill="#000"/>
	<path d="M4.813.438v.438h.438V.438zm-.438.438v.438h.438V.875zm-.437.437v.438h.438v-.438zM3.5 1.75v.438h.438V1.75zm-1.312-.437v.438h.438v-.438zm-.438.437v.438h.438V1.75zm.875 0v.438h.438V1.75z" fill="#f0f0f0"/>
	<path d="M2.188 1.75v.438h.438V1.75z" fill="#fd6214"/>
	<path opacity=".5" d="M4.813 1.75v.438h.438V1.75zm.438 2.188V3.5h-.438v-.875h-.438v.438h-.437v.438H2.625v-.438h-.437v.875h-.875v.875h.438v.875h.438v.438h2.625v-.438h.438v-.875h.438v-.875z" fill="#fff"/>
	<path d="M1.313 2.188v.438h.438v-.438zm-.438.437V3.5h.438v-.875zm.875.875v.438h.438V3.5z" fill="#f0f0f0"/>
	<path d="M.875 5.25v.438h.438V5.25zm.438.438v.438h.438v-.438zm3.938 0v.438h.438v-.438zm.438-.438v.438h.438V5.25zm-3.938.875v.438h3.5v-.438z" fill="#ba3500"/>
	<path d="M.438 3.5v.875h.438V3.5zm4.375.875h-.438v-.437h-1.75v.438h-.437v.875h.438v.438h1.75v-.438h.438z" fill="#f0f0f0"/>
	<path d="M5.25.438v1.313h.438V.438z" fill="#000"/>
`;function Rt(e={}){return m`<svg
		${H(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${rr}
	</svg>`}var ir=y`
	<path d="M6.563.875h-.438V.438H4.812v1.313h-.438V.875h-.436V.438h-.875v.438h-.438v.875h-.437V.438H.875v.438H.438v1.75h.438v.438h.875v.438h.438v.875h.438v.438h.438v.438h.875v-.438h.438v-.438h.438V3.5h.438v-.437h.875v-.438h.438z" fill="#ff7fc0"/>
	<path d="M3.938 0h-.875v.438h.875zm-1.75 0H.875v.438h1.313zm3.938 0H4.813v.438h1.313zm.438.438h-.438v.438h.438zm.438.438h-.438v1.75h.438zM4.377.438h-.439v.438h.438v.875h.438V.438zm-2.189 0v1.313h.438V.875h.438V.438zm-1.313 0H.438v.438h.438zM.438.875H0v1.75h.438zm.438 1.75H.438v.438h.438zm.875.438H.875v.438h.875zm4.375 0h-.875v.438h.875zm.438-.438h-.438v.438h.438zM5.251 3.938V3.5h-.438v.875h1.75v-.437zM1.75 3.5v.438H.438v.438h1.75V3.5zm-1.313.875H0v1.75h.438zm.438 1.75H.438v.438h.438zm5.25.438H.875v.438h5.25zm.438-.438h-.438v.438h.438zm.438-1.75h-.438v1.75h.438zm-4.376 0h-.437v.438h.438zm.438.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-.875.875h-.876v.438h.875z" fill="#000"/>
	<path d="M4.813 4.375v.438h-.438v.438h-.437v.438h-.875v-.438h-.438v-.438h-.437v-.438H.438v1.75h.438v.438h5.25v-.438h.438v-1.75z" fill="#6be473"/>
	<path d="M1.75 5.25h-.437v.438h.438zm-.438-.438H.875v.438h.438zM5.25 6.125v-.438h-.438v.438h-.874v-.438h-.875v.438h-.875v-.438H1.75v.438H.875v.438h5.25v-.438zm.438-.875H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438.875h-.438v.438h.438z" fill="#008456"/>
	<path d="M2.625 3.938h-.437v.438h.438zm.438.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438-.875h-.438v.438h.438zm.875-.438h-.438v.438h.438zm.438-.875h-.438v.875h.438zM3.94 4.813h-.877v.438h.875z" fill="#ff1c90"/>
	<path d="M4.375 5.25h-.437v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-4.813.001v.875h.438v-.438h1.313v-.438zm.438-3.5H.438v.875h.438zM2.189.437H.875v.438h1.313zm.875.438h-.439v.438h.438zm.875-.438h-.876v.438h.875zm1.313 0h-.438v.875h.438V.875h.875V.438z" fill="#f0f0f0"/>
`;function Dt(e={}){return m`<svg
		${H(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ir}
	</svg>`}var ur=y`
	<path d="M3.063.875v.438h.875V.875zm.875-.438v.438h1.75V.438zm1.75.438v.438h.438V.875zm.438.438v.438h.438v-.438zm.438.438v2.188h.438V1.75zm-.438 2.188v.875h.438v-.876zm-.438.875v.438h.438v-.438zm-.875.438v.438h.875v-.438zm-.875.438v.438h.875V5.69zm-.875.438v.438h.875v-.438z" fill="#000"/>
	<path d="M6.563 1.75h-.438v-.437h-.438V.875H3.938v.438h-.875V.875h-1.75v.438H.875v.438H.438v2.188h.438v.875h.438v.438h.875v.438h.875v.438h.875V5.69h.875v-.438h.875v-.438h.438v-.876h.438z" fill="#ff7fc0"/>
	<path d="M6.563 1.75h-.438v2.188h.438zm-.438 2.188h-.438v.875h.438zm-4.812 0H.875v.875h.438zm4.375.875h-.875v.438h.875zm-.875.438h-.875v.438h.875zm-.875.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875z" fill="#ff1b90"/>
	<path d="M1.313.438v.438h1.75V.438zM.875.875v.438h.438V.875zm-.437.438v.438h.438v-.438zM0 1.75v2.188h.438V1.75zm.438 2.188v.875h.438v-.875zm.438.875v.438h.438v-.438zm.438.438v.438h.875v-.438zm.875.438v.438h.875v-.438z" fill="#000"/>
	<path d="M1.313.875v.438h1.75V.875zm2.625 0v.438h1.75V.875zm-.875.438v.438h.875v-.438z" fill="#f0f0f0"/>
	<path opacity=".6" d="M4.813 2.625v-.437h-.875v.438h-.875v-.438h-.875v.438H1.75v1.313h.438v.438h.879v.438h.875v-.438h.871v-.439h.438V2.625z" fill="#fff"/>
	<path d="M5.688 1.313v.438h.438v-.438zm-4.813 0v.438h.438v-.438zm.438.438v.438h.438V1.75zM.438 1.75v.875h.438V1.75z" fill="#f0f0f0"/>
`;function Ot(e={}){return m`<svg
		${H(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ur}
	</svg>`}var sr=y`
	<path d="M6.125 2.625v.438H4.812v-.438h-.438v-.437h-.436V.875h.438V.438H.438v.438h.875v.438h.438v.438h.875v.875h-.438v.438H1.75v.875h-.437v.875H.875v.875H.438v.875h1.313v-.438h.875v-.438h.438v-.438h.438v-.438h.875v-.438h.438v-.437h.438v.438h.438v.438h.438v.438h.438V2.625z" fill="#ffe361"/>
	<path d="M6.125 0H4.812v.438h1.313zM1.75 6.563H.438v.438h1.313zm.875-.438H1.75v.438h.875zM1.313.875H.438v.438h.875zm.438.875v.438h.438v.438h.438V1.75zm0 1.313h-.438v.875h.438zm-.438.875H.875v.875h.438zm-.438.875H.438v.875h.438zm-.438.875H0v.875h.438zm3.938-.875H3.5v.438h.875zm0-4.813H.438v.438h3.938z" fill="#000"/>
	<path d="M4.375.438H.438v.438h3.938z" fill="#f0f0f0"/>
	<path d="M6.125 2.625H4.812v.438h1.313zM4.812.437h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813.875h-.438v.875h.438zM6.126.437H4.813v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.125 2.188H4.812v.438h1.313z" fill="#ba3500"/>
	<path d="M.438.438H0v.438h.438zm1.313.875h-.438v.438h.438zm.438 1.313H1.75v.438h.438zM6.564.438h-.438v.438h.438zm.438.438h-.438v1.313h.438z" fill="#000"/>
	<path d="M6.563.875h-.438v1.313h.438z" fill="#ba3500"/>
	<path d="M7 2.625h-.438V5.25H7z" fill="#000"/>
	<path d="M6.563 2.625h-.438V5.25h.438z" fill="#ffb84b"/>
	<path d="M6.563 2.188h-.438v.438h.438zM4.375.875h-.437v1.313h.438zm.438 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813 1.75h-.438v.438h.438z" fill="#ba3500"/>
	<path d="M3.063 5.688h-.438v.438h.438z" fill="#000"/>
	<path d="M4.375 3.063v.438h-.437v.438H3.5v.438h-.437v.438h-.438v.438h-.437v.438H1.75v.438h.875v-.438h.438v-.438h.438v-.438h.875v-.438h.438V3.063zM1.75 6.126h-.437v.438h.438z" fill="#ffb84b"/>
	<path d="M3.5 5.25h-.437v.438h.438z" fill="#000"/>
	<path d="M2.188 3.063H1.75v.438h.438zm.438-.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.188h-.438v.438h.438zm.438-.438h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M2.625 3.5h-.437v.438h.438zm-.875.438h-.437v.438h.438zm-.438.875H.875v.438h.438zm-.438.875H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.813 4.375h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438z" fill="#000"/>
	<path d="M6.125.875H4.812v1.313h1.313z" fill="#fd6214"/>
`;function Pt(e={}){return m`<svg
		${H(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${sr}
	</svg>`}var hr=y`
	<path d="M6.563 0.876V0.437H3.937v0.437H1.313v2.187H0.437v2.187h5.25v-2.186h0.876z" fill="#bcef42"/>
	<path d="M4.813 5.687v-0.437H2.187v0.437z" fill="#7fb134"/>
	<path d="M6.563 0.876V0.437H3.937v0.437zm-2.626 0.437V0.876H2.187v0.437z" fill="#fff"/>
	<path d="M1.313 4.813v0.437h0.876v-0.437zm4.376 -0.437h-0.437v0.876h0.437zm0.876 -2.187h-0.437v0.876h0.437zm-0.437 0.876h-0.437v1.313h0.437z" fill="#7fb134"/>
	<path d="M7 0.437h-0.437v2.626H7z" fill="#000"/>
	<path d="M1.313 3.937H0.876v2.626h0.437z" fill="#4a8359"/>
	<path d="M6.563 0H3.937v0.437h2.626zM4.813 5.687H2.187v0.437h2.626zM3.937 0.437H2.187v0.437h1.75zM2.187 0.876h-0.874v0.437h0.876zm-0.874 0.437H0.876v0.876h0.437zM0.437 3.063H0v2.187h0.437v1.313h0.437V5.25H0.437zh0.437v-0.876H0.437zm5.25 2.187h-0.876v0.437h0.876zm0.437 -0.876h-0.437v0.876h0.437zh0.437V3.063h-0.437zM1.75 5.687h0.437v-0.437h-0.874v1.313h0.437zm-0.437 0.876H0.876V7h0.437z" fill="#000"/>
	<path d="M0.876 3.063h0.437v-0.876H0.876zm-0.438 0.874h0.437v-0.874H0.437zm1.75 -2.626h-0.874v0.876h0.437v-0.437h0.437z" fill="#fff"/>
	<path d="M1.75 3.5h0.876v-0.437h-0.876zm0.876 -0.437h0.876v-0.437h-0.876zm0.876 -0.437h0.876v-0.438H3.5zm0.876 -0.437h0.437v-0.438h-0.437zm0.437 -0.437h0.437v-0.438H4.814z" fill="#4a8359"/>
	<path d="M2.187 1.75v0.437h0.437v-0.437z" fill="#fff"/>
	<path d="M1.313 3.5v0.437h0.437V3.5z" fill="#4a8359"/>
`;function It(e={}){return m`<svg
		${H(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${hr}
	</svg>`}var ar=y`
	<path d="M2.188 2.625H1.75v.438H.875v.875H3.5v.875h-.437v.438h-.438v.438h-.437v.438H1.75v.438h.875v-.438h.438v-.438h.438v-.438h.438v-.438h.875v-.438h.438v-.437h.875v-.875H3.063v-.438h.438v-.437h.438V1.75h.438v-.437H3.5v.438h-.437v.438h-.875z" fill="#ffe361"/>
	<path d="M.438 3.063H0v.875h.438z" fill="#000"/>
	<path d="M.875 3.063H.438v.875h.438z" fill="#f0f0f0"/>
	<path d="M7 3.063h-.438v.875H7zm-5.687-.438H.438v.438h.875zm1.313-.875H1.75v.438h.875zm-.876.438h-.437v.438h.438z" fill="#000"/>
	<path d="M1.75 2.625h-.437v.438h.438zm.438-.438H1.75v.438h.438zm.438.438h-.438v.438h.438zm.438-.875h-.439v.438h.438zm.438-.438h-.439v.438h.438zm0 3.063h-.439v.438h.438zm-.438.438h-.439v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438H1.75v.438h.438zm-.438.438h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M5.25.875h-.438v.438h.438zm.438 3.063H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-.875.438h-.437v.438h.438zm-.438.438H3.5v.438h.438zm2.625-1.75h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M6.563 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.813 1.313h-.438v.438h.438zm-.438.438h-.437v.438h.438zm-.437.437H3.5v.438h.438zm-.438.437h-.437v.438h.438z" fill="#ffb84b"/>
	<path d="M4.375.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938.875h-.875v.438h.875zm-.875.438h-.438v.438h.438zM5.688 0H4.375v.438h1.313z" fill="#000"/>
	<path d="M5.688.438H4.375v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.563 2.625H3.5v.438h3.063zM4.375.437h-.437v.438h.438zm1.75 0h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.435v.438h.438zm2.188 1.75h-.875v.438h.875zm-1.313.875h-.875v.438h.875zm.438-.438h-.438v.438h.438zm-1.75 1.313h-.873v.438h.875zm.438-.438h-.436v.438h.438zm-1.75 1.313H1.313v.438h1.313zm.875-2.625H.438v.438h3.063zm-.438 2.188h-.436v.438h.438zm-1.75 0H.875v.438h.438zm.438-.438h-.436v.438h.438zm.438-.438H1.75v.438h.438zm.438-.438h-.437v.438h.438zm.438-.438h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813.875h-.438v.438h.438z" fill="#ffe361"/>
`;function Bt(e={}){return m`<svg
		${H(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ar}
	</svg>`}var or=y`
	<path d="M6.125 1.75v-.437H5.25V.438H3.5v.438h-.437v.438h-.438V.875H1.313v.438H.875v1.75H.438v1.313h.438v-.438h.438V3.5h2.188v-.875h.438v-.437h2.188v.438h.438V1.75z" fill="#b79cf8"/>
	<path d="M3.938 2.625v.438H3.5v.875h.438v.875h.875v.438h1.313v-.438h.438V2.625z" fill="#9af4dc"/>
	<path d="M1.75 4.375v1.75h.438v.438h1.313v-.438h.438v-1.75z" fill="#9af4dc"/>
	<path d="M3.5 6.125H2.188v.438h1.313zm2.625-1.313H4.812v.438h1.313zm.438-.438h-.438v.438h.438zM3.938 5.687H3.5v.438h.438z" fill="#6c9ca6"/>
	<path d="M3.938 3.063H3.5v.438h.438zm.875.438h-.438v.438h.438zm1.313-.875H3.938v.438h2.188z" fill="#f0f0f0"/>
	<path d="M3.5.438h-.437v.438h.438zm3.063.875h-.438v.438h.438zm-.438 2.188h-.438v.875h.438zm-2.187-.876H3.5v.438h.438z" fill="#000"/>
	<path d="M3.938 2.188H3.5v.438h.438z" fill="#816bee"/>
	<path d="M1.313 3.938H.875v.438h.438zm1.75 1.75h-.438v.438h.438zm-.438-.438h-.437v.438h.438z" fill="#000"/>
	<path d="M2.625 5.25h-.437v.438h.438zm3.063-.875H5.25v.438h.438zm-.438-.438h-.438v.438h.438zM2.187 6.125H1.75v.438h.438zm1.75 0H3.5v.438h.438zM.874 4.375H.438v.438h.438zm.438 1.75H.875v.438h.438zm-.438.438H.438v.438h.438zM6.563 1.75v.875h-.438v.438h.438v1.75h.438V1.75zM5.688.875V.438H5.25v.875h.875V.875zM2.625.438H1.313v.438h1.313zm3.063 2.625H4.375v.438h1.313zM3.063 4.376H1.75v.438h1.313zm.438 2.188H2.188v.438h1.313zM3.063.875h-.438v.438h.438zm-1.75 0H.875v.438h.438z" fill="#000"/>
	<path d="M2.625.875H1.313v.438h1.313zm.438.438h-.438v.438h.438zm-1.313.875h-.437v.438h.438zm-.875.875H.438v.438h.438zm.438-1.75H.875v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.125 5.25H4.812v.438h1.313zm-1.75-.438V3.5h-.437v.438H3.5v.438h.438v1.75h.438v-.875h.438v-.438zm2.188 0h-.438v.438h.438zM.875 1.313H.438v1.75h.438zm-.437 1.75H0v1.313h.438zm1.313 1.75h-.438v1.313h.438zm1.75 0h-.438v.875h.438zm-3.063 0H0v1.75h.438zM5.25 0H3.5v.438h1.75z" fill="#000"/>
	<path d="M3.5.875h-.437v.438h.438zM5.25.437H3.5v.438h1.75z" fill="#f0f0f0"/>
	<path d="M6.125 2.188H3.938v.438h2.188z" fill="#000"/>
	<path d="M6.125 1.75v-.437h-.438v.438H3.938v.438h2.188v.438h.438V1.75z" fill="#816bee"/>
	<path d="M2.188 4.813H1.75v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.625v.438h-1.75v.438h2.188v-.876z" fill="#816bee"/>
	<path d="M3.063 3.063v.438h-1.75v.438h2.188v-.876z" fill="#000"/>
	<path d="M1.313 3.5H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#816bee"/>
	<path d="M1.313 3.938v.438H.875v.438H.438v1.75h.438v-.438h.438V4.813h.438v-.438h1.75v-.437z" fill="#9af4dc"/>
	<path d="M1.313 4.375H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.313 5.688H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#6c9ca6"/>
	<path d="M3.5 3.938H1.313v.438h2.188z" fill="#f0f0f0"/>
`;function Lt(e={}){return m`<svg
		${H(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${or}
	</svg>`}var nr=y`
	<path d="M6.125 2.188v-.875h-.438V.875h-.438V.438h-.875v.438h.438v.438h.438v1.75h-.438v.438h-.438v.438H2.625V3.5h-.437v-.437H1.75v-1.75h.438V.875h.438V.438H1.75v.438h-.437v.438H.875v.875H.438v2.625h.438v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h.438V2.188z" fill="#b79cf8"/>
	<path d="M2.625 0H1.75v.438h.875zM.875 1.313H.438v.875h.438zm1.313 0H1.75v1.75h.438zm2.188 2.188H2.625v.438h1.75z" fill="#000"/>
	<path d="M4.375 3.938h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M.438 2.188H0v2.625h.438zm4.375 4.375H2.188v.438h2.625z" fill="#000"/>
	<path d="M.875 4.375H.438v.438h.438zm4.813.875h-.875v.438H2.188V5.25h-.875v-.438H.875v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h-.438zm.875-.875h-.438v.438h.438z" fill="#816bee"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438z" fill="#000"/>
	<path d="M2.625.438H1.75v.438h.875zM1.75.875h-.437v.438h.438zm-.437.438H.875v.438h.438zm-.438.875H.438v.438h.438zm.438.438H.875v.438h.438zm.875.438H1.75v.438h.438zm.438.438h-.438v.438h.438zm2.625-.438h-.438v.438h.438zM4.813.439h-.438v.438h.438zm0 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063.438h-.438v.438h.438zm-.438.437h-.437v.438h.438zm0 2.188h-.437v.438h.438zm-1.75 1.75H.438v.875h.438zm.438.875H.875v.438h.438zM5.251 0h-.875v.438h.875zm.438 6.125h-.875v.438h.875zm-3.5 0h-.876v.438h.875zm4.374-4.812h-.438v.875h.438zm-1.313 0h-.438v1.75h.438zM7 2.188h-.438v2.625H7zM5.687.438h-.438v.438h.438zm.438.438h-.438v.438h.438zM4.375.438h-.437v.438h.438zm.438.438h-.438v.438h.438zm0 2.188h-.438v.438h.438zm1.75 1.75h-.438v.875h.438zm-.438.875h-.438v.438h.438z" fill="#000"/>
	<path d="M2.188.875H1.75v.438h.438z" fill="#b79cf8"/>
`;function qt(e={}){return m`<svg
		${H(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${nr}
	</svg>`}var lr=y`
	<path d="M4.813 5.25v-.875h-.438v-.437h-1.75v.438h-.437v.875H1.75v1.313h3.5V5.251z" fill="#ffe361"/>
	<path d="M6.125 1.313V.875H5.25V.438h-3.5v.438H.875v.438H.438v2.625h.438v.438h.875v-.439h3.5v.438h.875v-.438h.438V1.313z" fill="#ff2c52"/>
	<path d="M5.25 0h-3.5v.438h3.5z" fill="#000"/>
	<path d="M5.25.438h-3.5v.438h3.5zm-3.5.437H.875v.438h.875zm4.375 0H5.25v.438h.875z" fill="#fff"/>
	<path d="M5.25 6.563h-3.5v.438h3.5zM.438 1.313H0v2.625h.438zM1.751.438H.875v.438h.875z" fill="#000"/>
	<path d="M.875 3.063v-1.75H.438v2.625h.875v-.875z" fill="#fff"/>
	<path d="M6.563 1.313h-.438v2.625h.438z" fill="#be0351"/>
	<path d="M6.563 2.625h-.875V3.5h.875zM5.25.875h-.875v.875h.875z" fill="#fff"/>
	<path opacity=".5" d="M6.563 2.625h-.438V3.5h.438z" fill="#be0351"/>
	<path d="M4.375 3.063h-1.75v.438h1.75zm.875.438h-.875v.438h.875zM2.625 3.5H1.75v.438h.875z" fill="#be0351"/>
	<path d="M2.625 4.375h-.437v.875h.438z" fill="#fff"/>
	<path d="M4.813 4.375h-.438v.875h.438zm0 .875v.875H1.75v.438h3.5V5.25z" fill="#ffb84b"/>
	<path d="M2.188 5.25H1.75v.875h.438z" fill="#fff"/>
	<path d="M1.75 3.938H.875v.438h.875zm4.375 0H5.25v.438h.875z" fill="#be0351"/>
	<path d="M3.5 2.625h-.875V3.5H3.5z" fill="#fff"/>
	<path opacity=".5" d="M3.5 3.063h-.875v.438H3.5z" fill="#be0351"/>
	<path d="M4.375 3.5h-1.75v.438h1.75z" fill="#000"/>
	<path d="M4.375 3.938h-1.75v.438h1.75z" fill="#fff"/>
	<path d="M.875.875H.438v.438h.438z" fill="#000"/>
	<path d="M2.188 1.313H1.75v.438h.438z" fill="#fff"/>
	<path d="M1.75 5.25h-.437v1.313h.438zm.438-.875h.438v-.437H1.75v.438H.875v.438h.875v.438h.438zM.875 3.938H.438v.438h.438zM7 1.313h-.438v2.625H7zM6.125.438H5.25v.438h.875zm.438.438h-.438v.438h.438zm-.438 3.5H5.25v-.438h-.875v.438h.438v.875h.438v1.313h.438V5.251h-.438v-.438h.875zh.438v-.438h-.438z" fill="#000"/>
`;function Nt(e={}){return m`<svg
		${H(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${lr}
	</svg>`}var fr=y`
	<path d="M6.125 3.063v-.438H5.25v-.437h-.438V1.75h-.438V.875h-.436V.438h-.875v.438h-.438v.875h-.437v.438H1.75v.438H.875v.438H.438v.875h.438v.438h.875v.438h.438v.438h.438v.875h.438v.438h.875v-.438h.438v-.875h.438v-.438h.438v-.438h.875v-.44h.438v-.875z" fill="#47baff"/>
	<path d="M4.813 3.063h-.875v-.438h-.875v.438h-.875v.875h.875v.438h.875v-.438h.875z" fill="#b5e3ff"/>
	<path d="M1.313 0H.438v.438h.875zm.875.438h-.875v.438h.875zm-.438 1.75H.875v.438h.875zM.438.438H0v.875h.438z" fill="#000"/>
	<path d="M1.313.438H.438v.875h.438V.875h.438z" fill="#f0f0f0"/>
	<path d="M.438 3.063H0v.875h.438zM7.001.438h-.438v.875h.438zm-.438.875h-.438v.875h.438zm-5.688 0H.438v.875h.438zm1.75-.438h-.437v.875h.438zm2.188 0h-.438v.875h.438zM3.063.438h-.438v.438h.438z" fill="#000"/>
	<path d="M3.063.875h-.438v.438h.438zm.438.438h-.438v.438h.438zm-1.313.875H1.75v.438h.438zm-.875.437H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.313 6.563v-.438h.875V5.25H1.75v-.438H.875v.875H.438v.875z" fill="#b79cf8"/>
	<path d="M.875 5.688H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.188 1.75H1.75v.438h.438z" fill="#000"/>
	<path d="M2.188.875H.875v1.313h.875V1.75h.438zm3.938 1.313V.875H4.813v.875h.438v.438z" fill="#b79cf8"/>
	<path d="M2.188.875H1.75v.875h.438zm-.438.875h-.437v.438h.438zm4.375-.438h-.438v.875h.438zm.438-.438h-.438v.438h.438z" fill="#816bee"/>
	<path d="M5.688 6.563v-.438h-.875V5.25h.438v-.438h.875v.875h.438v.875z" fill="#b79cf8"/>
	<path d="M6.563 5.688h-.438v.438h.438zm-.438-.875h-.438v.438h.438z" fill="#816bee"/>
	<path d="M.875 2.625H.438v.438h.438zM7 3.063h-.438v.875H7zm-.438-.438h-.438v.438h.438zM4.374.437h-.436v.438h.438zm.875 1.313h-.438v.438h.438zM3.938 0h-.875v.438h.875z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875zm0 2.625h-.875v.875h.875zM6.563.438h-.875v.438h.875zm-.875.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 2.188h-.875v.438h.875zm0 2.188h-.875v.438h.875zM6.563.001h-.875v.438h.875zm-.875.438h-.875v.438h.875zm.438 1.75h-.875v.438h.875zM1.313 6.563H.438v.438h.875zm.875-.438h-.875v.438h.875zm-.438-1.75H.875v.438h.875zM.437 5.688H0v.875h.438zm6.563 0h-.438v.875H7zm-.438-.875h-.438v.875h.438zm-5.687 0H.438v.875h.438zm1.75.438h-.437v.875h.438zm2.188 0h-.438v.875h.438zm-1.75.875h-.438v.438h.438zm-.875-1.313H1.75v.438h.438z" fill="#000"/>
	<path d="M2.188 5.25H1.75v.875h.438zm-.438-.438h-.437v.438h.438z" fill="#816bee"/>
	<path d="M.875 3.938H.438v.438h.438zm1.313-.875H1.75v.875h.438zm.875-.438h-.875v.438h.875zm0 1.313h-.875v.438h.875zm2.188-.875h-.438v.875h.438zm-.438-.438h-.875v.438h.875zm0 1.313h-.875v.438h.875zm1.75 0h-.438v.438h.438z" fill="#000"/>
	<path d="M6.563 3.063h-.438v.875h.438zm-.438-.438h-.438v.438h.438zm0 1.313h-.438v.438h.438zm-.875 0h-.438v.438h.438zm-1.313.875h-.874v.438h.875zm.438-.438h-.437v.438h.438zm-1.313 0h-.437v.438h.438zm.875 1.75h-.874v.438h.875zm.438-.438h-.437v.438h.438zm-1.313 0h-.437v.438h.438zm-.874-1.749H1.75v.438h.438zM.875 3.5H.438v.438h.438zm.438.438H.875v.438h.438z" fill="#4282d8"/>
	<path d="M4.375 6.125h-.437v.438h.438zm.875-1.313h-.438v.438h.438zm-1.313 1.75h-.874V7h.875zm2.625 0h-.875V7h.875zm-.875-.438h-.875v.438h.875zm.438-1.75H5.25v.438h.875z" fill="#000"/>
`;function Ut(e={}){return m`<svg
		${H(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${fr}
	</svg>`}var cr=y`
	<path d="M3.938.438h-.875v1.75h.875zm.875 2.625v-.438h-.438v-.437h-1.75v.438h-.437v.438H.438v.875h1.75v.438h.438v.438h.438v1.75h.875v-1.75h.438v-.438h.438v-.439h1.75v-.875z" fill="#bcef42"/>
	<path d="M1.75 0h-.437v.438h.438zm.875 2.188h-.437v.438h.438zm2.188 0h-.438v.438h.438zM5.688 0H5.25v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zM3.938 0h-.875v.438h.875z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 1.313h-.875v.438h.875zm0 .438h-.875v.438h.875z" fill="#7fb134"/>
	<path d="M3.938 5.25h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 6.125h-.875v.438h.875zm0-1.313h-.875v.438h.875z" fill="#7fb134"/>
	<path d="M3.938 2.625h-.875v.438h.875zm0 1.313h-.875v.438h.875zm.438-.875h-.438v.875h.438z" fill="#000"/>
	<path d="M5.25 3.063h-.438v.875h.438z" fill="#7fb134"/>
	<path d="M3.063 3.063h-.438v.875h.438z" fill="#000"/>
	<path d="M2.625 2.625h-.437V3.5h.438z" fill="#f0f0f0"/>
	<path d="M1.313.438H.875v.438h.438z" fill="#000"/>
	<path d="M1.313.438v.438H.875v.438H.438v.438h1.313V.438z" fill="#6be473"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.75 1.313H.438v.438h1.313z" fill="#008456"/>
	<path d="M5.25 5.25v1.313h.438v-.438h.438v-.438h.438v-.438zm-4.812 0v.438h.438v.438h.438v.438h.438V5.251z" fill="#6be473"/>
	<path d="M1.75 5.25H.438v.438h1.313z" fill="#f0f0f0"/>
	<path d="M1.313 5.688v.875h.438v-.875z" fill="#008456"/>
	<path d="M6.125 1.313V.875h-.438V.438h-.438v1.313h1.313v-.438z" fill="#6be473"/>
	<path d="M5.688.438H5.25v.438h.438zm0 2.625H5.25v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.563 3.5H5.25v.438h1.313z" fill="#7fb134"/>
	<path d="M6.563 1.313H5.25v.438h1.313z" fill="#008456"/>
	<path d="M.875.875H.438v.438h.438zM3.063.437h-.438v1.75h.438zm1.313 0h-.438v1.75h.438zm2.625 2.625h-.438v.875h.438zm-.438-.438h-1.75v.438h1.75zm0 1.313h-1.75v.438h1.75zM.438 3.063H0v.875h.438zm1.75-.438H.438v.438h1.75z" fill="#000"/>
	<path d="M1.75 3.063H.438v.875h.438V3.5h.875z" fill="#f0f0f0"/>
	<path d="M2.188 3.938H.438v.438h1.75zM.438 1.313H0v.438h.438zm1.313 5.25h-.438v.438h.438zm.875-2.188h-.438v.438h.438z" fill="#000"/>
	<path d="M1.75 3.5h-.437v.438h.438zm.438-.438H1.75v.875h.438z" fill="#7fb134"/>
	<path d="M2.188 3.063H1.75v.875h.438z" fill="#3f581a"/>
	<path d="M4.375 4.375h-1.75v.438h1.75z" fill="#7fb134"/>
	<path d="M4.375 2.188h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M4.813 4.375h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813 3.938h-.438v.438h.438z" fill="#7fb134"/>
	<path d="M5.688 6.563H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zM3.939 6.562h-.876V7h.875zm-2.625-.438H.875v.438h.438zm-.438-.438H.438v.438h.438zm2.188-.875h-.439v1.75h.438zm1.313 0h-.439v1.75h.438zM1.75 1.75H.438v.438h1.75V.438H1.75zm3.5 0V.438h-.438v1.75h1.75V1.75z" fill="#000"/>
	<path d="M.438 4.813v.438h1.313v1.313h.438v-1.75zm4.375 0v1.75h.438V5.25h1.313v-.438zM.438 5.25H0v.438h.438z" fill="#000"/>
	<path d="M5.688 6.125H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438z" fill="#008456"/>
	<path d="M5.688 5.25H5.25v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938 3.063h-.875v.875h.875z" fill="#7fb134"/>
	<path d="M3.938 1.75h-.875v.438h.875zm0 3.063h-.875v.438h.875zm1.313-1.75h-.438v.875h.438z" fill="#3f581a"/>
`;function Ft(e={}){return m`<svg
		${H(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${cr}
	</svg>`}var vr=y`
	<path d="M4.813 4.375h.438v-.437h1.313V3.5H5.251v-.437h-.438V1.75h.875v-.437H4.375v.438H3.063v-.438h-.438V.875H1.75v.438h-.437v.438H.875v.438H.438v2.625h.438v.438h.438v.438h.438v-.875h1.75v.438h-.439v.438h.438v.438h.875v-.438h1.313v-.438h-.875z" fill="#54cfff"/>
	<path d="M3.938 4.813H3.5v.438h.438zm1.75.438H5.25v.438h.438zm.875-1.75h-.438v.438h.438zM5.25 3.063h-.438v.438h.438zM1.312 4.376H.875v.438h.438zm.438.438h-.437v.875h.438zm2.625.875H3.063v.438h1.313zm0-1.313h-.437v.438h.438z" fill="#4282D8"/>
	<path d="M3.938 0H3.5v.438h.438zm.438.438h-.438v.438h.438zm-.876 0H1.75v.438H3.5zM1.75.875h-.437v.438h.438zm1.313 0h-.438v.438h.438zm.438.438h-.438v.438h.438zm.875 0h-.438v.438h.438zM5.689.875H4.376v.438h1.313zm.438.438h-.438v.438h.438zm-4.814 0H.875v.438h.438zm-.438.437H.438v.438h.438zm-.437.438H0v2.625h.438zm.875.438H.875v1.75h.438zm.438-.438h-.438v.438h.438zm2.188-.438H1.75v.438h2.188z" fill="#000"/>
	<path d="M3.938 1.75H3.5v.875h.438zm1.75 0h-.875v.438h.875z" fill="#000"/>
	<path d="M5.25 1.75h-.438v1.313h.438zm1.313 1.313H5.25v.438h1.313zm.438.438h-.438v.438h.438zm-2.625-.875h-.438v1.75h.438zm2.188 1.313H5.251v.438h1.313zm-1.313.438h-.438v.875h.438z" fill="#000"/>
	<path d="M5.688 4.813h-.875v.438h.875zm.438.438h-.438v.438h.438zm-.438.438H4.375v.438h1.313zm-1.313.438h-1.75v.438h1.75zM3.5 4.814H1.75v.438H3.5zm-.875 1.75h-.437v.438h.438zm-.438-.438H1.75v.438h.438zm-.438-.438h-.436v.438h.438zm.438-.438H1.75v.438h.438zm.875 0h-.437v.438h.438zm-1.75 0H.875v.438h.438zm-.438-.438H.438v.438h.438zm.875-.438h-.436v.438h.438zm2.188 0H3.5v.438h.438z" fill="#000"/>
	<path d="M3.938 2.625H3.5v-.437H1.75v.438h-.437v1.75h.438v.438h1.75v-.438h.438z" fill="#9af4dc"/>
	<path d="M3.5 4.375H1.75v.438H3.5zm-1.75-.437h-.437v.438h.438zm2.188 0H3.5v.438h.438z" fill="#6c9ca6"/>
	<path d="M1.75 2.625h-.437v.438h.438zm.875.438h-.437v.438h.438zm.875-.875H1.75v.438H3.5z" fill="#f0f0f0"/>
	<path d="M3.5 5.688h-.437v.438h.438z" fill="#000"/>
	<path d="M.875 2.188H.438v.875h.438zm.875-.875h-.437v.438h.438zm.875-.438H1.75v.438h.875zm3.063.438H4.375v.438h1.313zM3.938.438H3.5v.438h-.437v.438h.438v.438h.438v-.439h.438V.875h-.439zM2.625 5.25h-.437v.438H1.75v.438h.438v.438h.438v-.438h.438v-.438h-.439z" fill="#f0f0f0"/>
`;function Gt(e={}){return m`<svg
		${H(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${vr}
	</svg>`}var mr=y`
	<path d="M5.688 1.313V.875h-.875v.438h-.438V.875h-.437V.438h-.875v.438h-.438v.438h-.437V.875h-.875v.438H.875v1.75h.875v.438h.438v-.438h2.625v.438h.438v-.438h.875v-1.75z" fill="#d1cdd5"/>
	<path d="M6.125 3.938V3.5h-1.75v-.437h-1.75v.438H.875v.438H.438v1.313h.438v.438h1.75v.438h.438v.438h.875v-.438h.438V5.69h1.75v-.438h.438V3.938z" fill="#57595f"/>
	<path d="M3.938 0h-.875v.438h.875zm-.875.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438zm-1.313 0h-.438v.438h.438zM2.625.875h-.437v.438h.438zM2.188.438h-.875v.438h.875zm-1.313.875H.438v1.75h.438zm.438-.438H.875v.438h.438zM.875 3.5H.438v.438h.438zm-.437.438H0v1.313h.438zm.438 1.313H.438v.438h.438zm1.75.438H.875v.438h1.75zm.438.438h-.439v.438h.438zm.875.438h-.876v.438h.875zm.438-.438h-.439v.438h.438zm1.75-.438h-1.75v.438h1.75zm.438-.438h-.438v.438h.438zm.438-1.313h-.438v1.313h.438zM6.565 3.5h-.438v.438h.438zm0-2.188h-.438v1.75h.438zM2.188 3.5H1.75v.438h.438zm.438-.438h-.438V3.5h.438zm1.75-.438H2.625v.438h1.75zm.438.438h-.438V3.5h.438zm.438.438h-.438v.438h.438zm.438-.438h-.438V3.5h.875v-.437zm-4.377.001H.875v.438h.875v-.438z" fill="#000"/>
	<path d="M.875 4.813H.438v.438h.438zm.438.438H.875v.438h.438zm1.75.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm-.438.438h-.875v.438h.875zm2.188-.875h-.438v.438h.438zm.438-1.313h-.438v1.313h.438z" fill="#35363a"/>
	<path d="M1.313 2.625H.875v.438h.438zm.875.438H1.75v.438h.438zm3.063 0h-.438v.438h.438zm-2.626-.438h-.437v.438h.438zm2.188 0h-.438v.438h.438z" fill="#847d8b"/>
	<path d="M5.25 3.063h-.438v.438h.438zm-.875-.875h-1.75v.438h1.75zm1.75-.438h-.438v1.313h.438z" fill="#847d8b"/>
	<path d="M1.75 1.75h-.437v.438h.438zm-.437-.437H.875v.438h.438zm.875-.438h-.875v.438h.875zm.875 0h-.438v.438h.438zm.875-.438h-.875v.438h.875zm.438.438h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M.875 3.938H.438v.438h.438zm.438-.438H.875v.438h.438zm1.313 0h-.438v.438h.438zm1.75-.438H2.625V3.5h1.75zm.875.875h-.438v.438h.438zm.875-.438h-.875v.438h.875z" fill="#d8d8d8"/>
`;function Zt(e={}){return m`<svg
		${H(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${mr}
	</svg>`}var pr=y`
	<path d="M6.125 1.75v-.437h-.438V.875h-.438V.438H2.625v.438H1.75v.438h-.437v.438H.875v.875H.438v2.188h.438v.438h.438v.438h.438v.438h.438v.438h2.188v-.438h.875v-.438h.438v-.438h.438v-.875h.438V1.75z" fill="#bcef42"/>
	<path d="M6.563.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M1.313 5.688H.438v.438h.875z" fill="#bcef42"/>
	<path d="M1.75 6.125H.438v.438h1.313z" fill="#7fb134"/>
	<path d="M6.563 3.5h-.438v.875h.438z" fill="#816bee"/>
	<path d="M5.25.438H2.625v.438H5.25z" fill="#f0f0f0"/>
	<path d="M5.25.875H2.625v.438H5.25z" fill="#b79cf8"/>
	<path d="M4.375 6.125H2.188v.438h2.188z" fill="#816bee"/>
	<path d="M6.563.875h-.438v.438h.438z" fill="#bcef42"/>
	<path d="M2.625 2.188h-.437v.438h.438zM1.313 1.75H.875v.438h.438zm.438-.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.625 1.313h-.437v.438h.438zm3.063 0H5.25v.438h.438z" fill="#b79cf8"/>
	<path d="M2.188.875H1.75v.438h.438zm.875 1.75h-.438v.438h.438zM.875 5.25H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.125 4.813h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438z" fill="#816bee"/>
	<path d="M6.563.438v.875h-.438V.875h-.438v.438h.438v.438h.438v2.625h.438V.438zm-5.25.875H.875v.438h.438zm.438-.438h.875V.438H1.75zh-.438v.438h.438zm4.813 3.5h-.438v.875h.438zM.875 1.75H.438v.875h.438zM5.25 6.125h-.875v.438h.875zm.875-.875h-.438v.438h.438zm-4.812 0H.875v.438h.438zm.438.438h-.438v.438h.438zm-.875-.875H.438v.438h.438zm4.813.875h-.438v.438h.438zM.438 2.625H0v3.938h.438z" fill="#000"/>
	<path d="M5.25.875h.438V.438h.875V0H2.625v.438H5.25zM2.188 6.563v-.438H1.75v.438H.438v.438h3.938v-.438z" fill="#000"/>
	<path d="M.875 2.625H.438V3.5h.438z" fill="#f0f0f0"/>
	<path d="M4.375 2.625H3.5v.438h.875zm-.438 1.75h-.874v.438h.875zm.875-1.313h-.438v.875h.438zm-3.5 1.75h.875v-.438H1.75V2.188h-.437zm3.5-3.063H3.063v.438h1.75zm-.438 3.5H2.625v.438h1.75zm2.188-3.063h-.438v1.313h.438zM.875 3.5H.438v1.313h.438zm1.313-1.75H1.75v.438h.438zm1.313 1.313h-.438v.438h.438zm-.438.875h-.438v.438h.438zm-.438.875h-.437v.438h.438zm1.75-.875h-.437v.438h.438zm.438.875h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-2.188-1.75v-.437h-.438v.438h-.437v1.313h.438V2.625zm3.063-.875h-.438v.438h.438zm-.875.438h-.438v.438h.438zm.438.438h-.438v1.75h.438zM1.313 4.813H.875v.438h.438zm.438.438h-.438v.438h.438zm.438.438H1.75v.438h.438z" fill="#b79cf8"/>
`;function Wt(e={}){return m`<svg
		${H(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${pr}
	</svg>`}var gr=y`
	<path d="M6.125 1.75v-.437h-.438V.875h-.438V.438H1.75v.438h-.437v.438H.875v.438H.438v2.625h.438v.438h.438v.438h.438v.875h.438v.438h2.625v-.438h.438v-.875h.438v-.438h.438v-.438h.438V1.75z" fill="#d1cdd5"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438zm-.438.438H.438v.438h.438zm.875 3.938h-.437v.875h.438zm-.438-.438H.875v.438h.438zm.875 1.313H1.75v.438h.438zM.874 4.376H.438v.438h.438z" fill="#000"/>
	<path d="M1.75 4.813h-.437v.438h.438zm.438.875H1.75v.438h.438zm-.875-1.313H.875v.438h.438zm1.75-1.313H1.75v1.313h1.313z" fill="#847d8b"/>
	<path d="M3.063 3.5h-.875v.875h.875z" fill="#57595f"/>
	<path d="M5.25 3.063H3.938v1.313h1.313z" fill="#847d8b"/>
	<path d="M5.25 3.5h-.875v.875h.875z" fill="#57595f"/>
	<path d="M5.25 5.254h.438v-.438H5.25zm-.438.875h.438v-.438h-.438zm.875-1.313h.438v-.438h-.438z" fill="#847d8b"/>
	<path d="M.438 1.75H0v2.625h.438z" fill="#000"/>
	<path d="M.875 1.75H.438v2.625h.438z" fill="#fff"/>
	<path d="M5.25.879h.438V.441H5.25zm.438.438h.438V.879h-.438zm.438.438h.438v-.438h-.438zM5.251 6.13h.438v-.875h-.438zm.438-.875h.438v-.438h-.438zm-.875 1.313h.438V6.13h-.438zm1.313-1.75h.438V4.38h-.438zm.438-.438h.438V1.755h-.438z" fill="#000"/>
	<path d="M6.125 4.379h.438V1.754h-.438z" fill="#847d8b"/>
	<path d="M1.75 0v.438h3.5V0z" fill="#000"/>
	<path d="M1.75.875h-.437v.438h.438zm-.437.438H.875v.438h.438zm.438.438h-.438v.438h.438zm3.5-.433h.438V.88h-.438zm.438.438h.438v-.438h-.438zM1.75.438v.438h3.5V.438z" fill="#fff"/>
	<path d="M2.188 6.563v.438h2.625v-.438z" fill="#000"/>
	<path d="M2.188 6.125v.438h2.625v-.438z" fill="#847d8b"/>
	<path d="M3.063 5.688h-.438v.875h.438zm1.313 0h-.438v.875h.438z" fill="#57595f"/>
`;function Kt(e={}){return m`<svg
		${H(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${gr}
	</svg>`}var zr=y`
	<path d="M3.063 0H1.75v.438h1.313zm1.75.438h-1.75v.438h1.75zm-.875 2.187H3.5v1.75h.438zm-3.5-.437H0v2.625h.438zM6.563.875h-1.75v.438h1.75z" fill="#000"/>
	<path d="M3.063.438H1.75v.438h1.313zm1.75.438h-1.75v.438h1.75zm1.75.438h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M3.063 6.563H1.75v.438h1.313z" fill="#000"/>
	<path d="M2.625 6.125v-.438h-.437v-.875H1.75V2.188h.438v-.875h.438V.875H1.75v.438H.875v1.75H.438v1.75h.438v.875h.438v.438h.438v.438h1.313v-.438z" fill="#ffe361"/>
	<path d="M3.063 6.125H1.75v.438h1.313z" fill="#ffb84b"/>
	<path d="M4.813 6.125h-1.75v.438h1.75z" fill="#000"/>
	<path d="M4.375 5.688V5.25h-.437v-.875H3.5v-1.75h.438V1.75h.438v-.437H3.063v.438h-.438v1.313h-.437v1.75h.438v.875h.438v.438h1.75v-.438z" fill="#ffe361"/>
	<path d="M6.563 5.688h-1.75v.438h1.75zM1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438zm-.438.438H.438v.875h.438zm6.125 0h-.438v.438H7zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.875h.438zm.875 3.063h-.438v.438h.438zm-.438-.438h-.438v.438h.438zm-.438-.875h-.438v.875h.438zm-.438-.875h-.438v.875h.438zM1.747 6.127h-.434v.438h.438zm-.438-.438H.875v.438h.438zm-.438-.875H.438v.875h.438zm1.313-2.625H1.75v2.625h.438zM3.059.876h-.434v.438h.438zm-.434.437h-.437v.875h.438z" fill="#000"/>
	<path d="M.875 2.188H.438v.875h.438zm1.75 0h-.437v.875h.438z" fill="#f0f0f0"/>
	<path d="M2.188 1.313H1.75v.875h.438z" fill="#ffb84b"/>
	<path d="M4.813 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M1.75.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.625.875h-.437v.438h.438zm1.313.875H3.5v.875h.438zm.438-.438h-.438v.438h.438zm-2.188 3.5H1.75v.438h.438zm-.438.875h-.437v.438h.438zm-.438-.875H.875v.875h.438zm2.188.875v-.438h-.437v-.438h-.438v.875h.438v.438h1.75v-.438zm.438-1.313H3.5v.438h.438z" fill="#ffb84b"/>
	<path d="M4.375 5.688V5.25h-.437v-.875H3.5v-1.75h.438V1.75h.438v-.437H3.063v.438h-.438v1.313h-.437v1.75h.438v.875h.438v.438h1.75v-.438z" fill="url(#a)"/>
	<path d="M6.125 5.25v-.438h-.438v-.874h-.438v-.875h.438v-.875h.438V1.75H4.812v.438h-.438v.438h-.436v1.75h.438v.875h.438v.438h1.75v-.438z" fill="#ff2c52"/>
	<path d="M5.688 2.188H5.25v.875h.438zm.438-.438h-.438v.438h.438zm-.438 2.188H5.25v.438h.438zM5.25 5.251v-.438h-.875v.438h.438v.438h1.75v-.438z" fill="#be0351"/>
	<path d="M1.313 1.313H.875v.438h.438zm0 1.75H.875v.438h.438zm1.75-1.75h-.438v.438h.438zm1.75.438h-.438v.438h.438zm-.438.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.375 1.75h-.437v.875h.438zM3.062 5.688h-.437v.438h.438zm-.438-.875h-.436v.875h.438zm2.188.438h-.438v.438h.438zm-.438-.875h-.436v.875h.438z" fill="#000"/>
	<defs>
		<radialGradient id="a" cx=".75" cy=".5" r="1" fx=".75" fy=".5">
		<stop stop-color="#ff2c52" offset="30%"/>
		<stop stop-color="#ffe361" offset="70%"/>
		</radialGradient>
	</defs>
`;function Qt(e={}){return m`<svg
		${H(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${zr}
	</svg>`}var br=y`
	<path d="M4.813.438v.438h-.438v.438h-.437v.438H3.5v.438h-.437v.875h-.438v.438H3.5v.875h.438v-.44h.875V3.5h.438v-.437h.438v-.438h.438v-.437h.438V.438z" fill="#d1cdd5"/>
	<path d="M1.313 3.938h.438v.438h.875v.875h.438v.438h.875v.438h.875v-.875h-.876v-.438H3.5v-.438h-.437v-.438h-.438V3.5h-.437v-.437H1.75v-.875H.875v.875h.438z" fill="#ffe361"/>
	<path d="M2.188 4.813h-.875v.875h.875zm-.875.875H.438v.875h.875z" fill="#ffe361"/>
	<path d="M4.813.438h-.438v.438h.438zm-.438.438h-.437v.438h.438zm-.437.437H3.5v.438h.438zM3.5 1.75h-.437v.438h.438zm-.437.438h-.438v.875h.438zm-.875 0H1.75v.875h.438zm-1.313 0H.438v.875h.438zm.438.875H.875v.875h.438zm3.5.875h-.875v.438h.875zm0 .875h-.875v.438h.875zm.438.438h-.438v.875h.438z" fill="#000"/>
	<path d="M6.563.438h-.438v1.75h.438z" fill="#847d8b"/>
	<path d="M.438 5.688H0v.875h.438zm4.375.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875z" fill="#000"/>
	<path d="M2.188 5.25h-.875v.438h.875zm-.875.875H.438v.438h.875z" fill="#ffb84b"/>
	<path d="M1.313 6.125v.438h.438v-.438h.438v-.438h-.876zm1.313-.875v-.875H1.75v-.437h-.437v.875h.875v.875h.875V5.25zm-1.313 0v-.438H.875v.438H.438v.438h.875zm0 1.313H.438v.438h.875zM1.75 1.75H.875v.438h.875zm1.313 2.188v.438h.438V3.5h-.876v.438z" fill="#000"/>
	<path d="M5.688 1.313H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.436v.438h.438zm-.436.436H3.5v.438h.438z" fill="#847d8b"/>
	<path d="M3.063 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.75 3.5h-.437v.438h.438zm-.437-.875H.875v.438h.438zm.875 1.313H1.75v.438h.438zm.875.875h-.438v.438h.438zm.438.438h-.438v.438h.438zm.875.438h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M3.938 4.375H3.5v.438h.438zM2.625 3.063h-.437v.438h.438zm3.938-.875h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438-3.5V.44h1.75v1.75h.438V0z" fill="#000"/>
	<path d="M4.813 5.25h-.438v.438h.438zm-.875-.438H3.5v.438h.438zM3.5 4.374h-.437v.438h.438zm-.437-.436h-.438v.438h.438zM2.625 3.5h-.437v.438h.438zm-.437-.437H1.75v.438h.438zM3.5 2.188h-.437v.438h1.313v-.438h-.438V1.75H3.5zM4.375.875v.438h-.437v.438h1.313v-.438h-.438V.875zm1.75-.438H4.812v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.125 2.188h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.873.436H3.5v.438h.438z" fill="#847d8b"/>
	<path d="M1.75 2.188h-.437v.438h.438zm0 2.625h-.437v.438h.438zm-.875.875H.438v.438h.438z" fill="#f0f0f0"/>
`;function Xt(e={}){return m`<svg
		${H(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${br}
	</svg>`}var _r=y`
	<path d="M5.688 2.625v-.437H5.25V1.75h-.438v-.437h-.438V.875h-.436V.438h-.875v.438h-.438v.438h-.437v.438H1.75v.438h-.437v.438H.875v.875H.438v2.188h.438v.438h.875v.438h3.5v-.438h.875v-.438h.438V3.5h-.438v-.875z" fill="#0abbff"/>
	<path d="M3.063 0v.438h.875V0zm-.438.438v.438h.438V.438zm1.313 0v.438h.438V.438zm.438.438v.438h.438V.875zm.438.438v.438h.438v-.439zm.438.438v.438h.438v-.44zm.438.438v.438h.438v-.44zm.438.438v.875h.438v-.878zm-5.69-.003V3.5h.438v-.875zM0 3.5v2.188h.438V3.5zm6.563 0v2.188h.438V3.5zM2.188.875v.438h.438V.875zm-.438.438v.438h.438v-.438zm-.437.437v.438h.438V1.75zm-.438.438v.438h.438v-.438zm-.438 3.5v.438h.438v-.438zm5.688 0v.438h.438v-.438zm-4.375.875v.438h3.5v-.438z" fill="#000"/>
	<path d="M1.75 6.125v.438h3.5v-.438z" fill="#4282d8"/>
	<path d="M.875 6.125v.438h.875v-.438zm5.25.438v-.438H5.25v.438z" fill="#000"/>
	<path d="M3.063.438v.438h.875V.438z" fill="#fff"/>
	<path opacity=".5" d="M4.813 3.5v-.437h-.438v-.438h-.437v-.437h-.875v.438h-.438v.438h-.437v.438H1.75v1.313h.438v.438h2.625v-.438h.438V3.5z" fill="#fff"/>
	<path d="M2.625.875v.438h.438V.875zm-.437.438v.438h.438v-.438zm.438.438v.438h.438V1.75zM1.75 1.75v.438h.438V1.75zm-.437.438v.438h.438v-.438zm-.438.437V3.5h.438v-.875zM.438 3.5v.875h.438V3.5z" fill="#fff"/>
	<path d="M5.25 2.188v.438h.438v-.438zm.438.438v.875h.438v-.876zm.438.875v1.75h-.438v.438H5.25v.438h.875v-.438h.438V3.5zM.875 6.125h.875v-.438H.875z" fill="#4282d8"/>
`;function Yt(e={}){return m`<svg
		${H(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${_r}
	</svg>`}var Mr=globalThis.$discordMessage??{};function ge(){return Mr}var E3={blue:"https://cdn.discordapp.com/embed/avatars/0.png",gray:"https://cdn.discordapp.com/embed/avatars/1.png",green:"https://cdn.discordapp.com/embed/avatars/2.png",orange:"https://cdn.discordapp.com/embed/avatars/3.png",red:"https://cdn.discordapp.com/embed/avatars/4.png",pink:"https://cdn.discordapp.com/embed/avatars/5.png"},T3=ge().avatars??{},a4=Object.assign(E3,T3,{default:E3[T3.default]??T3.default??E3.blue}),o4=ge().profiles??{},$d=ge().defaultTheme==="light"?"light":"dark",Ed=ge().defaultMode==="compact"?"compact":"cozy",Td=ge().defaultBackground==="none"?"none":"discord",xr=new Map([["heart",Ot()],["crystal",Vt()],["diamond",jt()],["explosion",St()],["flame",Rt()],["flower",Dt()],["key",Pt()],["leaf",It()],["lightning",Bt()],["magic",Lt()],["moon",qt()],["mushroom",Nt()],["mythical",Ut()],["ornament",Ft()],["plasma",Gt()],["rock",Zt()],["shell",Wt()],["skull",Kt()],["sun",Qt()],["sword",Xt()],["water",Yt()]]);var yr=new Intl.DateTimeFormat("en-US",{day:"2-digit",month:"2-digit",year:"numeric"}),Hr=new Intl.DateTimeFormat("en-US",{hour12:!0,hour:"2-digit",minute:"2-digit"}),wr=new Intl.DateTimeFormat("en-US",{hour12:!1,hour:"2-digit",minute:"2-digit"}),$r=e=>e instanceof Date?yr.format(e):e,Er=(e,t=!1)=>e instanceof Date?t?wr.format(e):Hr.format(e):e;function k3(e,t=!1,d=!1){if(!(e instanceof Date)&&typeof e!="string")throw new TypeError("Timestamp prop must be a Date object or a string.");return t?Er(e,d):$r(e)}var Tr=/(?:<(?<animated>a)?:(?<name>\w{2,32}):)?(?<id>\d{17,21})>?/;function $e(e){let t=ge().emojis?.[e];if(t)return t;let d=Tr.exec(e);if(d?.groups){let{name:r,id:i,animated:s}=d.groups;return{name:r,url:`https://cdn.discordapp.com/emojis/${i}.${s?"gif":"png"}`}}}var Ee=function(e,t,d,r,i,s){function u(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var a=r.kind,n=a==="getter"?"get":a==="setter"?"set":"value",l=!t&&e?r.static?e:e.prototype:null,o=t||(l?Object.getOwnPropertyDescriptor(l,r.name):{}),h,g=!1,f=d.length-1;f>=0;f--){var p={};for(var c in r)p[c]=c==="access"?{}:r[c];for(var c in r.access)p.access[c]=r.access[c];p.addInitializer=function(b){if(g)throw new TypeError("Cannot add initializers after decoration has completed");s.push(u(b||null))};var v=(0,d[f])(a==="accessor"?{get:o.get,set:o.set}:o[n],p);if(a==="accessor"){if(v===void 0)continue;if(v===null||typeof v!="object")throw new TypeError("Object expected");(h=u(v.get))&&(o.get=h),(h=u(v.set))&&(o.set=h),(h=u(v.init))&&i.unshift(h)}else(h=u(v))&&(a==="field"?i.unshift(h):o[n]=h)}l&&Object.defineProperty(l,r.name,o),g=!0},J=function(e,t,d){for(var r=arguments.length>2,i=0;i<t.length;i++)d=r?t[i].call(e,d):t[i].call(e);return r?d:void 0},z4=(()=>{let e=[L("discord-custom-emoji")],t,d=[],r,i=R,s,u=[],a=[],n,l=[],o=[],h,g=[],f=[],p,c=[],v=[],b,w=[],x=[];var T=class extends i{static{r=this}static{let _=typeof Symbol=="function"&&Symbol.metadata?Object.create(i[Symbol.metadata]??null):void 0;s=[E()],n=[E()],h=[E({attribute:!1})],p=[E({type:Boolean,attribute:"embed-emoji"})],b=[E({type:Boolean,attribute:"jumbo"})],Ee(this,null,s,{kind:"accessor",name:"name",static:!1,private:!1,access:{has:z=>"name"in z,get:z=>z.name,set:(z,k)=>{z.name=k}},metadata:_},u,a),Ee(this,null,n,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:z=>"url"in z,get:z=>z.url,set:(z,k)=>{z.url=k}},metadata:_},l,o),Ee(this,null,h,{kind:"accessor",name:"customEmojisMap",static:!1,private:!1,access:{has:z=>"customEmojisMap"in z,get:z=>z.customEmojisMap,set:(z,k)=>{z.customEmojisMap=k}},metadata:_},g,f),Ee(this,null,p,{kind:"accessor",name:"embedEmoji",static:!1,private:!1,access:{has:z=>"embedEmoji"in z,get:z=>z.embedEmoji,set:(z,k)=>{z.embedEmoji=k}},metadata:_},c,v),Ee(this,null,b,{kind:"accessor",name:"jumbo",static:!1,private:!1,access:{has:z=>"jumbo"in z,get:z=>z.jumbo,set:(z,k)=>{z.jumbo=k}},metadata:_},w,x),Ee(null,t={value:r},e,{kind:"class",name:r.name,metadata:_},null,d),T=r=t.value,_&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:_})}static styles=I`
		.discord-custom-emoji {
			display: inline-block;
			cursor: pointer;
		}

		.discord-custom-emoji .discord-custom-emoji-image {
			object-fit: contain;
			width: 1.375rem;
			height: 1.375rem;
			vertical-align: bottom;
		}

		.discord-custom-emoji .discord-custom-jumbo-emoji-image {
			width: 3rem;
			height: 3rem;
			min-height: 3rem;
		}

		.discord-embed-custom-emoji {
			display: inline-block;
		}

		.discord-embed-custom-emoji .discord-embed-custom-emoji-image {
			width: 18px;
			height: 18px;
			vertical-align: bottom;
		}
	`;#e=J(this,u,void 0);get name(){return this.#e}set name(_){this.#e=_}#t=(J(this,a),J(this,l,void 0));get url(){return this.#t}set url(_){this.#t=_}#d=(J(this,o),J(this,g,{}));get customEmojisMap(){return this.#d}set customEmojisMap(_){this.#d=_}#r=(J(this,f),J(this,c,void 0));get embedEmoji(){return this.#r}set embedEmoji(_){this.#r=_}#i=(J(this,v),J(this,w,void 0));get jumbo(){return this.#i}set jumbo(_){this.#i=_}willUpdate(){if(!this.url&&this.name){let _=$e(this.name)??this.customEmojisMap[this.name];_&&(this.url??=_.url??"",this.embedEmoji??=_.embedEmoji??!1)}}render(){let _=`:${this.name}:`;return m`<span
			class=${Me({"discord-embed-custom-emoji":this.embedEmoji,"discord-custom-emoji":!this.embedEmoji})}
			><img
				aria-label=${_}
				src=${U(this.url)}
				alt=${_}
				draggable="false"
				class=${Me({"discord-embed-custom-emoji-image":this.embedEmoji,"discord-custom-emoji-image":!this.embedEmoji,"discord-custom-jumbo-emoji-image":this.jumbo})}
		/></span> `}constructor(){super(...arguments),J(this,x)}static{J(r,d)}};return T=r})();var kr=y`
	<path
		fill="currentColor"
		d="M18.91 12.98a5.45 5.45 0 0 1 2.18 6.2c-.1.33-.09.68.1.96l.83 1.32a1 1 0 0 1-.84 1.54h-5.5A5.6 5.6 0 0 1 10 17.5a5.6 5.6 0 0 1 5.68-5.5c1.2 0 2.32.36 3.23.98Z"
	/>
	<path
		fill="currentColor"
		d="M19.24 10.86c.32.16.72-.02.74-.38L20 10c0-4.42-4.03-8-9-8s-9 3.58-9 8c0 1.5.47 2.91 1.28 4.11.14.21.12.49-.06.67l-1.51 1.51A1 1 0 0 0 2.4 18h5.1a.5.5 0 0 0 .49-.5c0-4.2 3.5-7.5 7.68-7.5 1.28 0 2.5.3 3.56.86Z"
	/>
`;function at(e={}){return m`<svg
		${H(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 20 20"
		xmlns="http://www.w3.org/2000/svg"
	>
		${kr}
	</svg>`}var Cr=y`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M10.99 3.16A1 1 0 1 0 9 2.84L8.15 8H4a1 1 0 0 0 0 2h3.82l-.67 4H3a1 1 0 1 0 0 2h3.82l-.8 4.84a1 1 0 0 0 1.97.32L8.85 16h4.97l-.8 4.84a1 1 0 0 0 1.97.32l.86-5.16H20a1 1 0 1 0 0-2h-3.82l.67-4H21a1 1 0 1 0 0-2h-3.82l.8-4.84a1 1 0 1 0-1.97-.32L15.15 8h-4.97l.8-4.84ZM14.15 14l.67-4H9.85l-.67 4h4.97Z"
	/>
`;function ot(e={}){return m`<svg
		${H(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Cr}
	</svg>`}var Ar=y`
	<path
		fill="currentColor"
		d="M12 2.81a1 1 0 0 1 0-1.41l.36-.36a1 1 0 0 1 1.41 0l9.2 9.2a1 1 0 0 1 0 1.4l-.7.7a1 1 0 0 1-1.3.13l-9.54-6.72a1 1 0 0 1-.08-1.58l1-1L12 2.8ZM12 21.2a1 1 0 0 1 0 1.41l-.35.35a1 1 0 0 1-1.41 0l-9.2-9.19a1 1 0 0 1 0-1.41l.7-.7a1 1 0 0 1 1.3-.12l9.54 6.72a1 1 0 0 1 .07 1.58l-1 1 .35.36ZM15.66 16.8a1 1 0 0 1-1.38.28l-8.49-5.66A1 1 0 1 1 6.9 9.76l8.49 5.65a1 1 0 0 1 .27 1.39ZM17.1 14.25a1 1 0 1 0 1.11-1.66L9.73 6.93a1 1 0 0 0-1.11 1.66l8.49 5.66Z"
	/>
`;function nt(e={}){return m`<svg
		${H(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ar}
	</svg>`}var Vr=y`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M6 9h1V6a5 5 0 0 1 10 0v3h1a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3v-8a3 3 0 0 1 3-3Zm9-3v3H9V6a3 3 0 1 1 6 0Zm-1 8a2 2 0 0 1-1 1.73V18a1 1 0 1 1-2 0v-2.27A2 2 0 1 1 14 14Z"
	/>
`;function lt(e={}){return m`<svg
		${H(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Vr}
	</svg>`}var jr=y`
	<path
		fill="currentColor"
		d="M12 3a1 1 0 0 0-1-1h-.06a1 1 0 0 0-.74.32L5.92 7H3a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h2.92l4.28 4.68a1 1 0 0 0 .74.32H11a1 1 0 0 0 1-1V3ZM15.1 20.75c-.58.14-1.1-.33-1.1-.92v-.03c0-.5.37-.92.85-1.05a7 7 0 0 0 0-13.5A1.11 1.11 0 0 1 14 4.2v-.03c0-.6.52-1.06 1.1-.92a9 9 0 0 1 0 17.5Z"
	/>
	<path
		fill="currentColor"
		d="M15.16 16.51c-.57.28-1.16-.2-1.16-.83v-.14c0-.43.28-.8.63-1.02a3 3 0 0 0 0-5.04c-.35-.23-.63-.6-.63-1.02v-.14c0-.63.59-1.1 1.16-.83a5 5 0 0 1 0 9.02Z"
	/>
`;function ft(e={}){return m`<svg
		${H(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${jr}
	</svg>`}var Te=function(e,t,d,r,i,s){function u(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var a=r.kind,n=a==="getter"?"get":a==="setter"?"set":"value",l=!t&&e?r.static?e:e.prototype:null,o=t||(l?Object.getOwnPropertyDescriptor(l,r.name):{}),h,g=!1,f=d.length-1;f>=0;f--){var p={};for(var c in r)p[c]=c==="access"?{}:r[c];for(var c in r.access)p.access[c]=r.access[c];p.addInitializer=function(b){if(g)throw new TypeError("Cannot add initializers after decoration has completed");s.push(u(b||null))};var v=(0,d[f])(a==="accessor"?{get:o.get,set:o.set}:o[n],p);if(a==="accessor"){if(v===void 0)continue;if(v===null||typeof v!="object")throw new TypeError("Object expected");(h=u(v.get))&&(o.get=h),(h=u(v.set))&&(o.set=h),(h=u(v.init))&&i.unshift(h)}else(h=u(v))&&(a==="field"?i.unshift(h):o[n]=h)}l&&Object.defineProperty(l,r.name,o),g=!0},ee=function(e,t,d){for(var r=arguments.length>2,i=0;i<t.length;i++)d=r?t[i].call(e,d):t[i].call(e);return r?d:void 0},ue="light-theme",C3="compact-mode",Sr="no-background",G4=(()=>{let e=[L("discord-messages")],t,d=[],r,i=R,s,u=[],a=[],n,l=[],o=[],h,g=[],f=[],p,c=[],v=[],b,w=[],x=[];var T=class extends i{static{r=this}static{let _=typeof Symbol=="function"&&Symbol.metadata?Object.create(i[Symbol.metadata]??null):void 0;s=[ht({context:ue}),E({type:Boolean,reflect:!0,attribute:"light-theme"})],n=[ht({context:Sr}),E({type:Boolean,reflect:!0,attribute:"no-background"})],h=[ht({context:C3}),E({type:Boolean,reflect:!0,attribute:"compact-mode"})],p=[E({reflect:!0,attribute:"channel-type"})],b=[E({reflect:!0,attribute:"channel-name"})],Te(this,null,s,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:z=>"lightTheme"in z,get:z=>z.lightTheme,set:(z,k)=>{z.lightTheme=k}},metadata:_},u,a),Te(this,null,n,{kind:"accessor",name:"noBackground",static:!1,private:!1,access:{has:z=>"noBackground"in z,get:z=>z.noBackground,set:(z,k)=>{z.noBackground=k}},metadata:_},l,o),Te(this,null,h,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:z=>"compactMode"in z,get:z=>z.compactMode,set:(z,k)=>{z.compactMode=k}},metadata:_},g,f),Te(this,null,p,{kind:"accessor",name:"channelType",static:!1,private:!1,access:{has:z=>"channelType"in z,get:z=>z.channelType,set:(z,k)=>{z.channelType=k}},metadata:_},c,v),Te(this,null,b,{kind:"accessor",name:"channelName",static:!1,private:!1,access:{has:z=>"channelName"in z,get:z=>z.channelName,set:(z,k)=>{z.channelName=k}},metadata:_},w,x),Te(null,t={value:r},e,{kind:"class",name:r.name,metadata:_},null,d),T=r=t.value,_&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:_})}static styles=I`
		:host {
			color: #fff;
			background-color: #36393e;
			display: block;
			font-size: 16px;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;
			line-height: 170%;
			border: 1px solid rgba(255, 255, 255, 0.05);
		}

		:host([light-theme]) {
			color: #747f8d;
			background-color: #fff;
			border-color: #dedede;
		}

		:host([no-background]) {
			background-color: unset;
		}

		::slotted(*) {
			padding-top: 0.125rem;
			padding-bottom: 0.125rem;
		}

		::slotted(*:first-child) {
			margin-top: 0.5rem;
		}

		::slotted(*:not(:first-child)) {
			margin-top: 1.0625rem;
		}

		:host([compact-mode]) ::slotted(*:not(:first-child)) {
			margin-top: unset;
		}

		::slotted(*:last-child) {
			margin-bottom: 0.5rem;
			border-bottom-width: 0;
		}

		:host .discord-channel-header {
			display: flex;
			align-items: center;
			padding: 0.5rem 1rem;
			box-shadow:
				0 2px 0 0 rgba(0, 0, 0, 0.05),
				0 1.5px 0 0 rgba(0, 0, 0, 0.05),
				0 1px 0 0 rgba(0, 0, 0, 0.16);
		}

		:host .discord-channel-icon {
			height: 24px;
			width: auto;
			margin: 0 8px;
			position: relative;
			flex: 0 0 auto;
			color: #80848e;
		}

		:host([light-theme]) .discord-channel-icon {
			color: #6d6f78;
		}

		:host .discord-channel-name {
			margin: 0 8px 0 0;
			flex: 0 0 auto;
			min-width: auto;
		}
	`;#e=ee(this,u,!1);get lightTheme(){return this.#e}set lightTheme(_){this.#e=_}#t=(ee(this,a),ee(this,l,!1));get noBackground(){return this.#t}set noBackground(_){this.#t=_}#d=(ee(this,o),ee(this,g,!1));get compactMode(){return this.#d}set compactMode(_){this.#d=_}#r=(ee(this,f),ee(this,c,void 0));get channelType(){return this.#r}set channelType(_){this.#r=_}#i=(ee(this,v),ee(this,w,void 0));get channelName(){return this.#i}set channelName(_){this.#i=_}connectedCallback(){super.connectedCallback(),(this.lightTheme||$d==="light"&&this.lightTheme)&&(this.lightTheme=!0),(this.compactMode||Ed==="compact"&&this.compactMode)&&(this.compactMode=!0),(this.noBackground||Td==="none"&&this.noBackground)&&(this.noBackground=!0)}render(){let _;switch(this.channelType){case"text":_=m`${ot()}`;break;case"voice":_=m`${ft()}`;break;case"locked":_=m`${lt()}`;break;case"thread":_=m`${nt()}`;break;case"forum":_=m`${at()}`;break}return m`
			${q(this.channelType&&this.channelName,()=>m`<div class="discord-channel-header">
						<div class="discord-channel-icon">${_}</div>
						<div class="discord-channel-name">${this.channelName}</div>
					</div>`)}
			<slot></slot>
		`}constructor(){super(...arguments),ee(this,x)}static{ee(r,d)}};return T=r})();var Q=function(e,t,d,r,i,s){function u(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var a=r.kind,n=a==="getter"?"get":a==="setter"?"set":"value",l=!t&&e?r.static?e:e.prototype:null,o=t||(l?Object.getOwnPropertyDescriptor(l,r.name):{}),h,g=!1,f=d.length-1;f>=0;f--){var p={};for(var c in r)p[c]=c==="access"?{}:r[c];for(var c in r.access)p.access[c]=r.access[c];p.addInitializer=function(b){if(g)throw new TypeError("Cannot add initializers after decoration has completed");s.push(u(b||null))};var v=(0,d[f])(a==="accessor"?{get:o.get,set:o.set}:o[n],p);if(a==="accessor"){if(v===void 0)continue;if(v===null||typeof v!="object")throw new TypeError("Object expected");(h=u(v.get))&&(o.get=h),(h=u(v.set))&&(o.set=h),(h=u(v.init))&&i.unshift(h)}else(h=u(v))&&(a==="field"?i.unshift(h):o[n]=h)}l&&Object.defineProperty(l,r.name,o),g=!0},D=function(e,t,d){for(var r=arguments.length>2,i=0;i<t.length;i++)d=r?t[i].call(e,d):t[i].call(e);return r?d:void 0},Rr=(()=>{let e=[L("discord-embed")],t,d=[],r,i=R,s,u=[],a=[],n,l=[],o=[],h,g=[],f=[],p,c=[],v=[],b,w=[],x=[],T,_=[],z=[],k,oe=[],ze=[],be,L3=[],q3=[],N3,U3=[],F3=[],G3,Z3=[],W3=[],K3,Q3=[],X3=[],Y3,J3=[],ed=[];var td=class extends i{static{r=this}static{let $=typeof Symbol=="function"&&Symbol.metadata?Object.create(i[Symbol.metadata]??null):void 0;s=[E()],n=[E({attribute:"author-name"})],h=[E({attribute:"author-image"})],p=[E({attribute:"author-url"})],b=[E({attribute:"embed-title"})],T=[E({attribute:!1})],k=[E()],be=[E()],N3=[E()],G3=[E()],K3=[E()],Y3=[Y({context:ue,subscribe:!0}),E({type:Boolean,reflect:!0,attribute:"light-theme"})],Q(this,null,s,{kind:"accessor",name:"color",static:!1,private:!1,access:{has:M=>"color"in M,get:M=>M.color,set:(M,A)=>{M.color=A}},metadata:$},u,a),Q(this,null,n,{kind:"accessor",name:"authorName",static:!1,private:!1,access:{has:M=>"authorName"in M,get:M=>M.authorName,set:(M,A)=>{M.authorName=A}},metadata:$},l,o),Q(this,null,h,{kind:"accessor",name:"authorImage",static:!1,private:!1,access:{has:M=>"authorImage"in M,get:M=>M.authorImage,set:(M,A)=>{M.authorImage=A}},metadata:$},g,f),Q(this,null,p,{kind:"accessor",name:"authorUrl",static:!1,private:!1,access:{has:M=>"authorUrl"in M,get:M=>M.authorUrl,set:(M,A)=>{M.authorUrl=A}},metadata:$},c,v),Q(this,null,b,{kind:"accessor",name:"embedTitle",static:!1,private:!1,access:{has:M=>"embedTitle"in M,get:M=>M.embedTitle,set:(M,A)=>{M.embedTitle=A}},metadata:$},w,x),Q(this,null,T,{kind:"accessor",name:"embedEmojisMap",static:!1,private:!1,access:{has:M=>"embedEmojisMap"in M,get:M=>M.embedEmojisMap,set:(M,A)=>{M.embedEmojisMap=A}},metadata:$},_,z),Q(this,null,k,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:M=>"url"in M,get:M=>M.url,set:(M,A)=>{M.url=A}},metadata:$},oe,ze),Q(this,null,be,{kind:"accessor",name:"thumbnail",static:!1,private:!1,access:{has:M=>"thumbnail"in M,get:M=>M.thumbnail,set:(M,A)=>{M.thumbnail=A}},metadata:$},L3,q3),Q(this,null,N3,{kind:"accessor",name:"image",static:!1,private:!1,access:{has:M=>"image"in M,get:M=>M.image,set:(M,A)=>{M.image=A}},metadata:$},U3,F3),Q(this,null,G3,{kind:"accessor",name:"video",static:!1,private:!1,access:{has:M=>"video"in M,get:M=>M.video,set:(M,A)=>{M.video=A}},metadata:$},Z3,W3),Q(this,null,K3,{kind:"accessor",name:"provider",static:!1,private:!1,access:{has:M=>"provider"in M,get:M=>M.provider,set:(M,A)=>{M.provider=A}},metadata:$},Q3,X3),Q(this,null,Y3,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:M=>"lightTheme"in M,get:M=>M.lightTheme,set:(M,A)=>{M.lightTheme=A}},metadata:$},J3,ed),Q(null,t={value:r},e,{kind:"class",name:r.name,metadata:$},null,d),td=r=t.value,$&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:$})}static styles=I`
		:host {
			color: #dcddde;
			display: flex;
			font-size: 13px;
			line-height: 150%;
			margin-bottom: 8px;
			margin-top: 8px;
		}

		:host([light-theme]) {
			color: #2e3338;
		}

		:host .discord-left-border {
			background-color: #202225;
			border-radius: 4px 0 0 4px;
			flex-shrink: 0;
			width: 4px;
		}

		:host([light-theme]) .discord-left-border {
			background-color: #e3e5e8;
		}

		:host .discord-embed-root {
			display: grid;
			grid-auto-flow: row;
			grid-row-gap: 0.25rem;
			min-height: 0;
			min-width: 0;
			text-indent: 0;
		}

		:host .discord-embed-wrapper {
			background-color: #2f3136;
			max-width: 520px;
			border: 1px solid rgba(46, 48, 54, 0.6);
			border-radius: 0 4px 4px 0;
			justify-self: start;
			align-self: start;
			display: grid;
			box-sizing: border-box;
		}

		:host([light-theme]) .discord-embed-wrapper {
			background-color: rgb(242, 243, 245);
			border-color: rgba(205, 205, 205, 0.3);
		}

		:host .discord-embed-wrapper .discord-embed-grid {
			display: inline-grid;
			grid-template-columns: auto -webkit-min-content;
			grid-template-columns: auto min-content;
			grid-template-columns: auto;
			grid-template-rows: auto;
			padding: 0.5rem 1rem 1rem 0.75rem;
		}

		:host .discord-embed-thumbnail {
			border-radius: 4px;
			flex-shrink: 0;
			grid-column: 2/2;
			grid-row: 1/8;
			justify-self: end;
			margin-left: 16px;
			margin-top: 8px;
			max-height: 80px;
			max-width: 80px;
			object-fit: contain;
			object-position: top center;
		}

		:host .discord-embed-author {
			-webkit-box-align: center;
			align-items: center;
			color: #fff;
			font-size: 14px;
			display: flex;
			font-weight: 600;
			grid-column: 1 / 1;
			margin-top: 8px;
			min-width: 0;
		}

		:host([light-theme]) .discord-embed-author {
			color: #060607;
		}

		:host .discord-embed-author a {
			color: #fff;
			font-weight: 600;
			text-decoration: none;
		}

		:host .discord-embed-author a:hover {
			text-decoration: underline;
		}

		:host([light-theme]) .discord-embed-author a {
			color: #060607;
		}

		:host .discord-embed-author .discord-author-image {
			border-radius: 50%;
			height: 24px;
			margin-right: 8px;
			width: 24px;
		}

		:host .discord-embed-author-block,
		:host .discord-embed-author-block > span {
			max-width: 95%;
		}

		:host .discord-embed-provider {
			font-size: 0.75rem;
			line-height: 1rem;
			font-weight: 400;
			grid-column: 1/1;
			margin-top: 8px;
			unicode-bidi: plaintext;
			text-align: left;
		}

		:host([light-theme]) .discord-embed-provider {
			color: #4f545c;
		}

		:host .discord-embed-title {
			-webkit-box-align: center;
			align-items: center;
			color: #fff;
			display: inline-block;
			font-size: 1rem;
			font-weight: 600;
			grid-column: 1 / 1;
			margin-top: 8px;
			min-width: 0;
		}

		:host([light-theme]) .discord-embed-title {
			color: #060607;
		}

		:host .discord-embed-title a {
			color: #00aff4;
			font-weight: 600;
			text-decoration: none;
		}

		:host .discord-embed-title a:hover {
			text-decoration: underline;
		}

		:host .discord-embed-image {
			border-radius: 4px;
			max-width: 300px;
			max-height: 300px;
		}

		:host .discord-embed-media {
			border-radius: 4px;
			contain: paint;
			display: block;
			grid-column: 1/1;
			margin-top: 16px;
		}

		:host .discord-embed-media.discord-embed-media-video {
			height: 225px;
		}

		:host .discord-embed.media .discord-embed-image {
			overflow: hidden;
			position: relative;
			user-select: text;
		}

		:host .discord-embed-media .discord-embed-video {
			-webkit-box-align: center;
			-webkit-box-pack: center;
			align-items: center;
			border-radius: 0;
			cursor: pointer;
			display: flex;
			height: 100%;
			justify-content: center;
			max-height: 100%;
			width: 100%;

			width: 400px;
			height: 225px;
			left: 0px;
			top: 0px;
		}

		.discord-embed-custom-emoji {
			display: inline-block;
		}

		.discord-embed-custom-emoji .discord-embed-custom-emoji-image {
			width: 18px;
			height: 18px;
			vertical-align: bottom;
		}

		slot[name='footer']::slotted(*) {
			grid-column: 1/3;
			grid-row: auto/auto;
		}
	`;#e=D(this,u,void 0);get color(){return this.#e}set color($){this.#e=$}#t=(D(this,a),D(this,l,void 0));get authorName(){return this.#t}set authorName($){this.#t=$}#d=(D(this,o),D(this,g,void 0));get authorImage(){return this.#d}set authorImage($){this.#d=$}#r=(D(this,f),D(this,c,void 0));get authorUrl(){return this.#r}set authorUrl($){this.#r=$}#i=(D(this,v),D(this,w,void 0));get embedTitle(){return this.#i}set embedTitle($){this.#i=$}#u=(D(this,x),D(this,_,{}));get embedEmojisMap(){return this.#u}set embedEmojisMap($){this.#u=$}#s=(D(this,z),D(this,oe,void 0));get url(){return this.#s}set url($){this.#s=$}#h=(D(this,ze),D(this,L3,void 0));get thumbnail(){return this.#h}set thumbnail($){this.#h=$}#a=(D(this,q3),D(this,U3,void 0));get image(){return this.#a}set image($){this.#a=$}#o=(D(this,F3),D(this,Z3,void 0));get video(){return this.#o}set video($){this.#o=$}#n=(D(this,W3),D(this,Q3,void 0));get provider(){return this.#n}set provider($){this.#n=$}#l=(D(this,X3),D(this,J3,!1));get lightTheme(){return this.#l}set lightTheme($){this.#l=$}render(){let $=this.parseTitle(this.authorName),M=this.parseTitle(this.embedTitle);return m`<div style=${H3({"background-color":this.color})} class="discord-left-border"></div>
			<div class="discord-embed-root">
				<div class="discord-embed-wrapper">
					<div class="discord-embed-grid">
						${q(this.provider,()=>m`<div class="discord-embed-provider">${this.provider}</div>`)}
						${q($,()=>m`<div class="discord-embed-author">
									${q(this.authorImage,()=>m`<img src=${U(this.authorImage)} alt="" class="discord-author-image" />`)}
									${q(this.authorUrl,()=>m`<a
												href=${U(this.authorUrl)}
												target="_blank"
												rel="noopener noreferrer"
												class="discord-embed-author-block"
											>
												<span class="discord-embed-author-block">${$}</span>
											</a>`,()=>m`<span class="discord-embed-author-block">${$}</span>`)}
								</div>`)}
						${q(M,()=>m`<div class="discord-embed-title">
									${this.url?m`<a href="${this.url}" target="_blank" rel="noopener noreferrer"> ${M} </a>`:m`${M}`}
								</div>`)}
						<slot name="description"></slot>
						<slot name="fields"></slot>
						${q(this.image||this.video,()=>m`<div class=${Me({"discord-embed-media":!0,"discord-embed-media-video":!!this.video})}>
									${this.renderMedia()}
								</div>`)}
						${q(this.thumbnail,()=>m`<img src=${U(this.thumbnail)} alt="" class="discord-embed-thumbnail" />`)}
						<slot name="footer"></slot>
					</div>
				</div>
			</div>`}renderMedia(){return this.video?m`
				<video
					controls
					muted
					preload="none"
					poster=${U(this.image)}
					src=${U(this.video)}
					height="225"
					width="400"
					class="discord-embed-video"
				>
					<img src=${U(this.image)} alt="Discord embed media" class="discord-embed-image" />
				</video>
			`:this.image?m`<img src=${U(this.image)} alt="Discord embed media" class="discord-embed-image" />`:null}parseTitle($){if(!$)return null;let M=[],A="";for(let Ye of $.split(`
`)){for(let l3 of Ye.split(" ")){let f3=$e(l3)??this.embedEmojisMap[l3]??{};f3.name?M.push(m`<discord-custom-emoji name=${f3.name} url=${U(f3.url)} embed-emoji></discord-custom-emoji>`):A+=`${l3} `,A===" "&&M.push(m`<br />`)}M.push(A),A=""}return M.map(Ye=>typeof Ye=="string"?m`<span>${Ye}</span>`:Ye)}constructor(){super(...arguments),D(this,ed)}static{D(r,d)}};return td=r})();var Dr=function(e,t,d,r,i,s){function u(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var a=r.kind,n=a==="getter"?"get":a==="setter"?"set":"value",l=!t&&e?r.static?e:e.prototype:null,o=t||(l?Object.getOwnPropertyDescriptor(l,r.name):{}),h,g=!1,f=d.length-1;f>=0;f--){var p={};for(var c in r)p[c]=c==="access"?{}:r[c];for(var c in r.access)p.access[c]=r.access[c];p.addInitializer=function(b){if(g)throw new TypeError("Cannot add initializers after decoration has completed");s.push(u(b||null))};var v=(0,d[f])(a==="accessor"?{get:o.get,set:o.set}:o[n],p);if(a==="accessor"){if(v===void 0)continue;if(v===null||typeof v!="object")throw new TypeError("Object expected");(h=u(v.get))&&(o.get=h),(h=u(v.set))&&(o.set=h),(h=u(v.init))&&i.unshift(h)}else(h=u(v))&&(a==="field"?i.unshift(h):o[n]=h)}l&&Object.defineProperty(l,r.name,o),g=!0},Or=function(e,t,d){for(var r=arguments.length>2,i=0;i<t.length;i++)d=r?t[i].call(e,d):t[i].call(e);return r?d:void 0},Pr=(()=>{let e=[L("discord-embed-description")],t,d=[],r,i=R;var s=class extends i{static{r=this}static{let u=typeof Symbol=="function"&&Symbol.metadata?Object.create(i[Symbol.metadata]??null):void 0;Dr(null,t={value:r},e,{kind:"class",name:r.name,metadata:u},null,d),s=r=t.value,u&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:u})}static styles=I`
		:host {
			font-size: 0.875rem;
			font-weight: 400;
			grid-column: 1/1;
			line-height: 1.125rem;
			margin-top: 8px;
			min-width: 0;
		}
	`;render(){return m`<slot></slot>`}static{Or(r,d)}};return s=r})();var ke=function(e,t,d,r,i,s){function u(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var a=r.kind,n=a==="getter"?"get":a==="setter"?"set":"value",l=!t&&e?r.static?e:e.prototype:null,o=t||(l?Object.getOwnPropertyDescriptor(l,r.name):{}),h,g=!1,f=d.length-1;f>=0;f--){var p={};for(var c in r)p[c]=c==="access"?{}:r[c];for(var c in r.access)p.access[c]=r.access[c];p.addInitializer=function(b){if(g)throw new TypeError("Cannot add initializers after decoration has completed");s.push(u(b||null))};var v=(0,d[f])(a==="accessor"?{get:o.get,set:o.set}:o[n],p);if(a==="accessor"){if(v===void 0)continue;if(v===null||typeof v!="object")throw new TypeError("Object expected");(h=u(v.get))&&(o.get=h),(h=u(v.set))&&(o.set=h),(h=u(v.init))&&i.unshift(h)}else(h=u(v))&&(a==="field"?i.unshift(h):o[n]=h)}l&&Object.defineProperty(l,r.name,o),g=!0},te=function(e,t,d){for(var r=arguments.length>2,i=0;i<t.length;i++)d=r?t[i].call(e,d):t[i].call(e);return r?d:void 0},Ir=(()=>{let e=[L("discord-embed-field")],t,d=[],r,i=R,s,u=[],a=[],n,l=[],o=[],h,g=[],f=[],p,c=[],v=[],b,w=[],x=[];var T=class extends i{static{r=this}static{let _=typeof Symbol=="function"&&Symbol.metadata?Object.create(i[Symbol.metadata]??null):void 0;s=[E({reflect:!0,attribute:"field-title"})],n=[E({attribute:!1})],h=[E({type:Boolean,reflect:!0,attribute:"inline"})],p=[E({type:Number,reflect:!0,attribute:"inline-index"})],b=[Y({context:ue,subscribe:!0}),E({type:Boolean,reflect:!0,attribute:"light-theme"})],ke(this,null,s,{kind:"accessor",name:"fieldTitle",static:!1,private:!1,access:{has:z=>"fieldTitle"in z,get:z=>z.fieldTitle,set:(z,k)=>{z.fieldTitle=k}},metadata:_},u,a),ke(this,null,n,{kind:"accessor",name:"embedFieldEmojisMap",static:!1,private:!1,access:{has:z=>"embedFieldEmojisMap"in z,get:z=>z.embedFieldEmojisMap,set:(z,k)=>{z.embedFieldEmojisMap=k}},metadata:_},l,o),ke(this,null,h,{kind:"accessor",name:"inline",static:!1,private:!1,access:{has:z=>"inline"in z,get:z=>z.inline,set:(z,k)=>{z.inline=k}},metadata:_},g,f),ke(this,null,p,{kind:"accessor",name:"inlineIndex",static:!1,private:!1,access:{has:z=>"inlineIndex"in z,get:z=>z.inlineIndex,set:(z,k)=>{z.inlineIndex=k}},metadata:_},c,v),ke(this,null,b,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:z=>"lightTheme"in z,get:z=>z.lightTheme,set:(z,k)=>{z.lightTheme=k}},metadata:_},w,x),ke(null,t={value:r},e,{kind:"class",name:r.name,metadata:_},null,d),T=r=t.value,_&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:_})}static styles=I`
		:host {
			font-size: 0.875rem;
			line-height: 1.125rem;
			min-width: 0;
			font-weight: 400;
			grid-column: 1/13;
			word-break: break-word;
		}

		:host .discord-field-title {
			color: #ffffff;
			font-weight: 600;
			font-size: 0.875rem;
			line-height: 1.125rem;
			min-width: 0;
			margin-bottom: 2px;
		}

		:host .discord-inline-field {
			flex-grow: 1;
			flex-basis: auto;
			min-width: 150px;
		}

		:host([light-theme]) .discord-field-title {
			color: #313338;
		}
	`;#e=te(this,u,void 0);get fieldTitle(){return this.#e}set fieldTitle(_){this.#e=_}#t=(te(this,a),te(this,l,{}));get embedFieldEmojisMap(){return this.#t}set embedFieldEmojisMap(_){this.#t=_}#d=(te(this,o),te(this,g,!1));get inline(){return this.#d}set inline(_){this.#d=_}#r=(te(this,f),te(this,c,void 0));get inlineIndex(){return this.#r}set inlineIndex(_){this.#r=_}#i=(te(this,v),te(this,w,!1));get lightTheme(){return this.#i}set lightTheme(_){this.#i=_}validInlineIndices=(te(this,x),new Set([1,2,3]));checkInlineIndex(){if(this.inlineIndex){let _=Number(this.inlineIndex);if(!Number.isNaN(_)&&!this.validInlineIndices.has(_))throw new RangeError("DiscordEmbedField `inlineIndex` prop must be one of: 1, 2, or 3")}}render(){this.checkInlineIndex();let _=this.parseTitle(this.fieldTitle),z=q(_,()=>m`<div class="discord-field-title">${[..._]}</div>`);return m`${z}<slot></slot>`}parseTitle(_){if(!_)return null;let z=[],k="";for(let oe of _.split(`
`)){for(let ze of oe.split(" ")){let be=$e(ze)??this.embedFieldEmojisMap[ze]??{};be.name?z.push(m`<discord-custom-emoji name=${be.name} url=${U(be.url)} embed-emoji></discord-custom-emoji>`):k+=`${ze} `,k===" "&&z.push(m`<br />`)}z.push(k),k=""}return z.map(oe=>typeof oe=="string"?m`<span>${oe}</span>`:oe)}static{te(r,d)}};return T=r})();var Br=function(e,t,d,r,i,s){function u(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var a=r.kind,n=a==="getter"?"get":a==="setter"?"set":"value",l=!t&&e?r.static?e:e.prototype:null,o=t||(l?Object.getOwnPropertyDescriptor(l,r.name):{}),h,g=!1,f=d.length-1;f>=0;f--){var p={};for(var c in r)p[c]=c==="access"?{}:r[c];for(var c in r.access)p.access[c]=r.access[c];p.addInitializer=function(b){if(g)throw new TypeError("Cannot add initializers after decoration has completed");s.push(u(b||null))};var v=(0,d[f])(a==="accessor"?{get:o.get,set:o.set}:o[n],p);if(a==="accessor"){if(v===void 0)continue;if(v===null||typeof v!="object")throw new TypeError("Object expected");(h=u(v.get))&&(o.get=h),(h=u(v.set))&&(o.set=h),(h=u(v.init))&&i.unshift(h)}else(h=u(v))&&(a==="field"?i.unshift(h):o[n]=h)}l&&Object.defineProperty(l,r.name,o),g=!0},Lr=function(e,t,d){for(var r=arguments.length>2,i=0;i<t.length;i++)d=r?t[i].call(e,d):t[i].call(e);return r?d:void 0},qr=(()=>{let e=[L("discord-embed-fields")],t,d=[],r,i=R;var s=class extends i{static{r=this}static{let u=typeof Symbol=="function"&&Symbol.metadata?Object.create(i[Symbol.metadata]??null):void 0;Br(null,t={value:r},e,{kind:"class",name:r.name,metadata:u},null,d),s=r=t.value,u&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:u})}static styles=I`
		:host {
			display: grid;
			grid-column: 1/1;
			margin-top: 8px;
			grid-gap: 8px;
		}

		::slotted([inline-index='1']) {
			grid-column: 1/5 !important;
		}

		::slotted([inline-index='2']) {
			grid-column: 5/9 !important;
		}

		::slotted([inline-index='3']) {
			grid-column: 9/13 !important;
		}
	`;render(){return m`<slot></slot>`}static{Lr(r,d)}};return s=r})();var ct=function(e,t,d,r,i,s){function u(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var a=r.kind,n=a==="getter"?"get":a==="setter"?"set":"value",l=!t&&e?r.static?e:e.prototype:null,o=t||(l?Object.getOwnPropertyDescriptor(l,r.name):{}),h,g=!1,f=d.length-1;f>=0;f--){var p={};for(var c in r)p[c]=c==="access"?{}:r[c];for(var c in r.access)p.access[c]=r.access[c];p.addInitializer=function(b){if(g)throw new TypeError("Cannot add initializers after decoration has completed");s.push(u(b||null))};var v=(0,d[f])(a==="accessor"?{get:o.get,set:o.set}:o[n],p);if(a==="accessor"){if(v===void 0)continue;if(v===null||typeof v!="object")throw new TypeError("Object expected");(h=u(v.get))&&(o.get=h),(h=u(v.set))&&(o.set=h),(h=u(v.init))&&i.unshift(h)}else(h=u(v))&&(a==="field"?i.unshift(h):o[n]=h)}l&&Object.defineProperty(l,r.name,o),g=!0},se=function(e,t,d){for(var r=arguments.length>2,i=0;i<t.length;i++)d=r?t[i].call(e,d):t[i].call(e);return r?d:void 0},Nr=(()=>{let e=[L("discord-embed-footer")],t,d=[],r,i=R,s,u=[],a=[],n,l=[],o=[],h,g=[],f=[],p,c=[],v=[];var b=class extends i{static{r=this}static{let w=typeof Symbol=="function"&&Symbol.metadata?Object.create(i[Symbol.metadata]??null):void 0;s=[E({attribute:"footer-image"})],n=[E({attribute:"footer-image-alt"})],h=[E({type:String,reflect:!0,converter:x=>k3(x),attribute:!0})],p=[Y({context:ue,subscribe:!0}),E({type:Boolean,reflect:!0,attribute:"light-theme"})],ct(this,null,s,{kind:"accessor",name:"footerImage",static:!1,private:!1,access:{has:x=>"footerImage"in x,get:x=>x.footerImage,set:(x,T)=>{x.footerImage=T}},metadata:w},u,a),ct(this,null,n,{kind:"accessor",name:"footerImageAlt",static:!1,private:!1,access:{has:x=>"footerImageAlt"in x,get:x=>x.footerImageAlt,set:(x,T)=>{x.footerImageAlt=T}},metadata:w},l,o),ct(this,null,h,{kind:"accessor",name:"timestamp",static:!1,private:!1,access:{has:x=>"timestamp"in x,get:x=>x.timestamp,set:(x,T)=>{x.timestamp=T}},metadata:w},g,f),ct(this,null,p,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:x=>"lightTheme"in x,get:x=>x.lightTheme,set:(x,T)=>{x.lightTheme=T}},metadata:w},c,v),ct(null,t={value:r},e,{kind:"class",name:r.name,metadata:w},null,d),b=r=t.value,w&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:w})}static styles=I`
		:host {
			-webkit-box-align: center;
			align-items: center;
			display: flex;
			font-size: 12px;
			line-height: 16px;
			font-weight: 500;
			margin-top: 8px;
		}

		:host([light-theme]) {
			color: #747f8d;
		}

		:host .discord-footer-image {
			border-radius: 50%;
			flex-shrink: 0;
			height: 20px;
			margin-right: 8px;
			width: 20px;
		}

		:host .discord-footer-separator {
			color: #dcddde;
			font-weight: 500;
			display: inline-block;
			margin: 0 4px;
		}

		:host([light-theme]) .discord-footer-separator {
			color: #5c5e66;
		}
	`;#e=se(this,u,void 0);get footerImage(){return this.#e}set footerImage(w){this.#e=w}#t=(se(this,a),se(this,l,void 0));get footerImageAlt(){return this.#t}set footerImageAlt(w){this.#t=w}#d=(se(this,o),se(this,g,void 0));get timestamp(){return this.#d}set timestamp(w){this.#d=w}#r=(se(this,f),se(this,c,!1));get lightTheme(){return this.#r}set lightTheme(w){this.#r=w}updateTimestamp(w){w&&!Number.isNaN(new Date(w).getTime())&&(this.timestamp=k3(w))}render(){return this.updateTimestamp(this.timestamp),m`${q(this.footerImage,()=>m`<img src=${U(this.footerImage)} alt=${U(this.footerImageAlt)} class="discord-footer-image" />`)}
			<slot></slot>
			${q(this.timestamp,()=>m`<span class="discord-footer-separator">&bull;</span>`)}
			${q(this.timestamp,()=>` ${this.timestamp}`,()=>null)}`}constructor(){super(...arguments),se(this,v)}static{se(r,d)}};return b=r})();var kd=(e,t,d)=>{for(let r of t)if(r[0]===e)return(0,r[1])();return d?.()};function Ur(e){return e.startsWith("#")?e.slice(1):e}function Fr(e){let t=e.length===3||e.length===4,d=t?`${e.slice(0,1)}${e.slice(0,1)}`:e.slice(0,2),r=t?`${e.slice(1,2)}${e.slice(1,2)}`:e.slice(2,4),i=t?`${e.slice(2,3)}${e.slice(2,3)}`:e.slice(4,6),s=(t?`${e.slice(3,4)}${e.slice(3,4)}`:e.slice(6,8))||"ff";return{r:d,g:r,b:i,a:s}}function Jt(e){return Number.parseInt(e,16)}function Gr({r:e,g:t,b:d,a:r}){return{r:Jt(e),g:Jt(t),b:Jt(d),a:Number((Jt(r)/255).toFixed(2))}}function Zr(e){return typeof e=="number"||typeof e=="string"&&Number.isFinite(Number(e))}function Wr(e,t){let{r:d,g:r,b:i,a:s}=e,u=Zr(t)?t:s;return`rgba(${d}, ${r}, ${i}, ${u})`}function e3(e,t){let d=Ur(e),r=Fr(d),i=Gr(r);return Wr(i,t)}var Kr=y`
	<path
		fill-rule="evenodd"
		clip-rule="evenodd"
		fill="currentColor"
		d="M18.5 23c.88 0 1.7-.25 2.4-.69l1.4 1.4a1 1 0 0 0 1.4-1.42l-1.39-1.4A4.5 4.5 0 1 0 18.5 23Zm0-2a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z"
	/>
	<path
		fill="currentColor"
		d="M3 3a1 1 0 0 0 0 2h18a1 1 0 1 0 0-2H3ZM2 8a1 1 0 0 1 1-1h18a1 1 0 1 1 0 2H3a1 1 0 0 1-1-1ZM3 11a1 1 0 1 0 0 2h11a1 1 0 1 0 0-2H3ZM2 16a1 1 0 0 1 1-1h8a1 1 0 1 1 0 2H3a1 1 0 0 1-1-1ZM3 19a1 1 0 1 0 0 2h8a1 1 0 1 0 0-2H3Z"
	/>
`;function A3(e={}){return m`<svg
		${H(e)}
		class="discord-mention-icon"
		aria-label="Browse Channels"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Kr}
	</svg>`}var Qr=y`
	<path
		fill="currentColor"
		d="M21.487 5.126L12.487 0.126C12.184 -0.042 11.818 -0.042 11.515 0.126L2.51498 5.126C2.19798 5.302 2.00098 5.636 2.00098 5.999C2.00098 6.693 2.11498 22.999 12.001 22.999C21.887 22.999 22.001 6.693 22.001 5.999C22.001 5.636 21.804 5.302 21.487 5.126ZM12.001 5.999C13.382 5.999 14.501 7.118 14.501 8.499C14.501 9.88 13.382 10.999 12.001 10.999C10.62 10.999 9.50098 9.88 9.50098 8.499C9.50098 7.118 10.62 5.999 12.001 5.999ZM8.25098 16C8.25098 13.699 9.69998 12.25 12.001 12.25C14.302 12.25 15.751 13.699 15.751 16H8.25098Z"
	/>
`;function V3(e={}){return m`<svg
		${H(e)}
		class="discord-mention-icon"
		aria-label="Customise Community"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Qr}
	</svg>`}var Xr=y`
	<path
		d="M11 3a1 1 0 1 1 2 0v2h5.75c.16 0 .3.07.4.2l2.63 3.5a.5.5 0 0 1 0 .6l-2.63 3.5a.5.5 0 0 1-.4.2H13v5h2a2 2 0 0 1 2 2v1a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-1c0-1.1.9-2 2-2h2v-5H2.8a.5.5 0 0 1-.44-.72L3.9 9.22a.5.5 0 0 0 0-.44L2.36 5.72A.5.5 0 0 1 2.81 5H11V3Z"
		fill="currentColor"
	/>
`;function j3(e={}){return m`<svg
		${H(e)}
		class="discord-mention-icon"
		aria-label="Server Guide"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Xr}
	</svg>`}var vt=function(e,t,d,r,i,s){function u(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var a=r.kind,n=a==="getter"?"get":a==="setter"?"set":"value",l=!t&&e?r.static?e:e.prototype:null,o=t||(l?Object.getOwnPropertyDescriptor(l,r.name):{}),h,g=!1,f=d.length-1;f>=0;f--){var p={};for(var c in r)p[c]=c==="access"?{}:r[c];for(var c in r.access)p.access[c]=r.access[c];p.addInitializer=function(b){if(g)throw new TypeError("Cannot add initializers after decoration has completed");s.push(u(b||null))};var v=(0,d[f])(a==="accessor"?{get:o.get,set:o.set}:o[n],p);if(a==="accessor"){if(v===void 0)continue;if(v===null||typeof v!="object")throw new TypeError("Object expected");(h=u(v.get))&&(o.get=h),(h=u(v.set))&&(o.set=h),(h=u(v.init))&&i.unshift(h)}else(h=u(v))&&(a==="field"?i.unshift(h):o[n]=h)}l&&Object.defineProperty(l,r.name,o),g=!0},he=function(e,t,d){for(var r=arguments.length>2,i=0;i<t.length;i++)d=r?t[i].call(e,d):t[i].call(e);return r?d:void 0},Yr=(()=>{let e=[L("discord-mention")],t,d=[],r,i=R,s,u=[],a=[],n,l=[],o=[],h,g=[],f=[],p,c=[],v=[];var b=class extends i{static{r=this}static{let w=typeof Symbol=="function"&&Symbol.metadata?Object.create(i[Symbol.metadata]??null):void 0;s=[E({type:Boolean,reflect:!0})],n=[E({reflect:!0})],h=[E({reflect:!0})],p=[Y({context:ue,subscribe:!0}),E({type:Boolean,reflect:!0,attribute:"light-theme"})],vt(this,null,s,{kind:"accessor",name:"highlight",static:!1,private:!1,access:{has:x=>"highlight"in x,get:x=>x.highlight,set:(x,T)=>{x.highlight=T}},metadata:w},u,a),vt(this,null,n,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:x=>"type"in x,get:x=>x.type,set:(x,T)=>{x.type=T}},metadata:w},l,o),vt(this,null,h,{kind:"accessor",name:"color",static:!1,private:!1,access:{has:x=>"color"in x,get:x=>x.color,set:(x,T)=>{x.color=T}},metadata:w},g,f),vt(this,null,p,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:x=>"lightTheme"in x,get:x=>x.lightTheme,set:(x,T)=>{x.lightTheme=T}},metadata:w},c,v),vt(null,t={value:r},e,{kind:"class",name:r.name,metadata:w},null,d),b=r=t.value,w&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:w})}static styles=I`
		:host {
			color: #e3e7f8;
			background-color: hsla(235, 85.6%, 64.7%, 0.3);
			font-weight: 500;
			padding: 0 2px;
			border-radius: 3px;
			unicode-bidi: -moz-plaintext;
			unicode-bidi: plaintext;
			-webkit-transition:
				background-color 50ms ease-out,
				color 50ms ease-out;
			transition:
				background-color 50ms ease-out,
				color 50ms ease-out;
			cursor: pointer;
		}

		:host([type='role']) {
			background-color: rgba(#e3e7f8, 0.1);
		}

		:host([type='channel']) {
			position: relative;
		}

		:host([type='voice']),
		:host([type='locked']),
		:host([type='thread']),
		:host([type='forum']) {
			position: relative;
		}

		:host(:hover) {
			color: #fff;
			background-color: hsl(235, 85.6%, 64.7%);
		}

		:host([highlight][type='user']:hover) {
			text-decoration: underline;
			text-underline-offset: 1px;
		}

		:host([light-theme]) {
			color: #5865f2;
			background-color: hsla(235, 85.6%, 64.7%, 0.15);
		}

		:host([light-theme]:hover) {
			color: #ffffff;
			background-color: hsl(235, 85.6%, 64.7%);
		}

		.discord-mention-icon {
			width: 1rem;
			height: 1rem;
			margin-right: 4px;
			vertical-align: middle;
			margin-bottom: 0.2rem;
		}

		.no-wrap {
			white-space: nowrap;
		}
	`;#e=he(this,u,!1);get highlight(){return this.#e}set highlight(w){this.#e=w}#t=(he(this,a),he(this,l,"user"));get type(){return this.#t}set type(w){this.#t=w}#d=(he(this,o),he(this,g,void 0));get color(){return this.#d}set color(w){this.#d=w}setHoverColor=(he(this,f),()=>{this.color&&(this.style.backgroundColor=e3(this.color,.3))});resetHoverColor=()=>{this.color&&(this.style.backgroundColor=e3(this.color,.1))};#r=he(this,c,!1);get lightTheme(){return this.#r}set lightTheme(w){this.#r=w}connectedCallback(){super.connectedCallback(),this.color&&this.type==="role"&&(this.addEventListener("mouseover",this.setHoverColor),this.addEventListener("mouseout",this.resetHoverColor))}disconnectedCallback(){this.removeEventListener("mouseover",this.setHoverColor),this.removeEventListener("mouseout",this.resetHoverColor),super.disconnectedCallback()}willUpdate(){this.color&&(this.style.color=this.color,this.type==="role"&&(this.style.backgroundColor=e3(this.color,.1)))}render(){return m`<span class="no-wrap"
				>${kd(this.type,[["channel",()=>ot()],["user",()=>m`@`],["role",()=>m`@`],["voice",()=>ft()],["locked",()=>lt()],["thread",()=>nt()],["forum",()=>at()],["server-guide",()=>j3()],["channels-and-roles",()=>A3()],["customize-community",()=>V3()],["slash",()=>m`/`]])}</span
			><slot></slot>`}constructor(){super(...arguments),he(this,v)}static{he(r,d)}};return b=r})();var Jr=y`
	<path d="M7.4,11.17,4,8.62,5,7.26l2,1.53L10.64,4l1.36,1Z" fill="currentColor" />
`;function S3(e={}){return m`<svg
		${H(e)}
		class="discord-application-tag-verified"
		aria-label="Verified App"
		aria-hidden="false"
		width="16"
		height="16"
		viewBox="0 0 16 15.2"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Jr}
	</svg>`}var R3=function(e,t,d,r,i,s){function u(b){if(b!==void 0&&typeof b!="function")throw new TypeError("Function expected");return b}for(var a=r.kind,n=a==="getter"?"get":a==="setter"?"set":"value",l=!t&&e?r.static?e:e.prototype:null,o=t||(l?Object.getOwnPropertyDescriptor(l,r.name):{}),h,g=!1,f=d.length-1;f>=0;f--){var p={};for(var c in r)p[c]=c==="access"?{}:r[c];for(var c in r.access)p.access[c]=r.access[c];p.addInitializer=function(b){if(g)throw new TypeError("Cannot add initializers after decoration has completed");s.push(u(b||null))};var v=(0,d[f])(a==="accessor"?{get:o.get,set:o.set}:o[n],p);if(a==="accessor"){if(v===void 0)continue;if(v===null||typeof v!="object")throw new TypeError("Object expected");(h=u(v.get))&&(o.get=h),(h=u(v.set))&&(o.set=h),(h=u(v.init))&&i.unshift(h)}else(h=u(v))&&(a==="field"?i.unshift(h):o[n]=h)}l&&Object.defineProperty(l,r.name,o),g=!0},mt=function(e,t,d){for(var r=arguments.length>2,i=0;i<t.length;i++)d=r?t[i].call(e,d):t[i].call(e);return r?d:void 0},ei=(()=>{let e=[L("discord-verified-author-tag")],t,d=[],r,i=R,s,u=[],a=[],n,l=[],o=[];var h=class extends i{static{r=this}static{let g=typeof Symbol=="function"&&Symbol.metadata?Object.create(i[Symbol.metadata]??null):void 0;s=[E({type:Boolean})],n=[Y({context:C3}),E({type:Boolean,reflect:!0,attribute:"compact-mode"})],R3(this,null,s,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:f=>"verified"in f,get:f=>f.verified,set:(f,p)=>{f.verified=p}},metadata:g},u,a),R3(this,null,n,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:f=>"compactMode"in f,get:f=>f.compactMode,set:(f,p)=>{f.compactMode=p}},metadata:g},l,o),R3(null,t={value:r},e,{kind:"class",name:r.name,metadata:g},null,d),h=r=t.value,g&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:g})}static styles=I`
		:host {
			background-color: #5865f2;
			color: #fff;
			font-size: 0.625em;
			margin-left: 4px;
			border-radius: 3px;
			line-height: 100%;
			text-transform: uppercase;
			display: inline-flex;
			align-items: center;
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host .discord-application-tag-verified {
			display: inline-block;
			width: 0.9375rem;
			height: 0.9375rem;
			margin-left: -0.25rem;
		}

		:host([compact-mode]) {
			padding-left: 10px;
			padding-right: 4px;
			margin-right: 0.25rem;
			margin-left: 0px !important;
			margin-top: 0px !important;
		}

		:host([compact-mode]) .discord-application-tag-verified {
			margin-right: 0.7em;
			margin-left: -0.7em;
		}
	`;#e=mt(this,u,!1);get verified(){return this.#e}set verified(g){this.#e=g}#t=(mt(this,a),mt(this,l,!1));get compactMode(){return this.#t}set compactMode(g){this.#t=g}render(){return m`${q(this.verified,()=>S3())}App`}constructor(){super(...arguments),mt(this,o)}static{mt(r,d)}};return h=r})();var z8=w8(g8(),1);var export_SimpleMarkdown=z8.SimpleMarkdown;var export_markdownRules=z8.rulesExtended;export{Y8 as DiscordAttachments,Rr as DiscordEmbed,Pr as DiscordEmbedDescription,Ir as DiscordEmbedField,qr as DiscordEmbedFields,Nr as DiscordEmbedFooter,Yr as DiscordMention,ei as DiscordVerifiedAuthorTag,export_SimpleMarkdown as SimpleMarkdown,Me as classMap,P8 as guard,m as html,U as ifDefined,L8 as live,export_markdownRules as markdownRules,V as nothing,F8 as ref,M3 as render,G8 as repeat,H3 as styleMap,y as svg};
