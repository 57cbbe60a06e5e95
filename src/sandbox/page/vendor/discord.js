var Ot=globalThis,Rt=Ot.ShadowRoot&&(Ot.ShadyCSS===void 0||Ot.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,xe=Symbol(),l3=new WeakMap,_t=class{constructor(t,h,e){if(this._$cssResult$=!0,e!==xe)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=h}get styleSheet(){let t=this.o,h=this.t;if(Rt&&t===void 0){let e=h!==void 0&&h.length===1;e&&(t=l3.get(h)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),e&&l3.set(h,t))}return t}toString(){return this.cssText}},n3=i=>new _t(typeof i=="string"?i:i+"",void 0,xe),S=(i,...t)=>{let h=i.length===1?i[0]:t.reduce((e,s,o)=>e+(r=>{if(r._$cssResult$===!0)return r.cssText;if(typeof r=="number")return r;throw Error("Value passed to 'css' function must be a 'css' function result: "+r+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(s)+i[o+1],i[0]);return new _t(h,i,xe)},v3=(i,t)=>{if(Rt)i.adoptedStyleSheets=t.map(h=>h instanceof CSSStyleSheet?h:h.styleSheet);else for(let h of t){let e=document.createElement("style"),s=Ot.litNonce;s!==void 0&&e.setAttribute("nonce",s),e.textContent=h.cssText,i.appendChild(e)}},we=Rt?i=>i:i=>i instanceof CSSStyleSheet?(t=>{let h="";for(let e of t.cssRules)h+=e.cssText;return n3(h)})(i):i;var{is:D3,defineProperty:P3,getOwnPropertyDescriptor:O3,getOwnPropertyNames:R3,getOwnPropertySymbols:I3,getPrototypeOf:B3}=Object,It=globalThis,m3=It.trustedTypes,N3=m3?m3.emptyScript:"",L3=It.reactiveElementPolyfillSupport,Mt=(i,t)=>i,Ht={toAttribute(i,t){switch(t){case Boolean:i=i?N3:null;break;case Object:case Array:i=i==null?i:JSON.stringify(i)}return i},fromAttribute(i,t){let h=i;switch(t){case Boolean:h=i!==null;break;case Number:h=i===null?null:Number(i);break;case Object:case Array:try{h=JSON.parse(i)}catch{h=null}}return h}},Bt=(i,t)=>!D3(i,t),d3={attribute:!0,type:String,converter:Ht,reflect:!1,useDefault:!1,hasChanged:Bt};Symbol.metadata??=Symbol("metadata"),It.litPropertyMetadata??=new WeakMap;var G=class extends HTMLElement{static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,h=d3){if(h.state&&(h.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((h=Object.create(h)).wrapped=!0),this.elementProperties.set(t,h),!h.noAccessor){let e=Symbol(),s=this.getPropertyDescriptor(t,e,h);s!==void 0&&P3(this.prototype,t,s)}}static getPropertyDescriptor(t,h,e){let{get:s,set:o}=O3(this.prototype,t)??{get(){return this[h]},set(r){this[h]=r}};return{get:s,set(r){let l=s?.call(this);o?.call(this,r),this.requestUpdate(t,l,e)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)??d3}static _$Ei(){if(this.hasOwnProperty(Mt("elementProperties")))return;let t=B3(this);t.finalize(),t.l!==void 0&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(Mt("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(Mt("properties"))){let h=this.properties,e=[...R3(h),...I3(h)];for(let s of e)this.createProperty(s,h[s])}let t=this[Symbol.metadata];if(t!==null){let h=litPropertyMetadata.get(t);if(h!==void 0)for(let[e,s]of h)this.elementProperties.set(e,s)}this._$Eh=new Map;for(let[h,e]of this.elementProperties){let s=this._$Eu(h,e);s!==void 0&&this._$Eh.set(s,h)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(t){let h=[];if(Array.isArray(t)){let e=new Set(t.flat(1/0).reverse());for(let s of e)h.unshift(we(s))}else t!==void 0&&h.push(we(t));return h}static _$Eu(t,h){let e=h.attribute;return e===!1?void 0:typeof e=="string"?e:typeof t=="string"?t.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(t=>t(this))}addController(t){(this._$EO??=new Set).add(t),this.renderRoot!==void 0&&this.isConnected&&t.hostConnected?.()}removeController(t){this._$EO?.delete(t)}_$E_(){let t=new Map,h=this.constructor.elementProperties;for(let e of h.keys())this.hasOwnProperty(e)&&(t.set(e,this[e]),delete this[e]);t.size>0&&(this._$Ep=t)}createRenderRoot(){let t=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return v3(t,this.constructor.elementStyles),t}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(t=>t.hostConnected?.())}enableUpdating(t){}disconnectedCallback(){this._$EO?.forEach(t=>t.hostDisconnected?.())}attributeChangedCallback(t,h,e){this._$AK(t,e)}_$ET(t,h){let e=this.constructor.elementProperties.get(t),s=this.constructor._$Eu(t,e);if(s!==void 0&&e.reflect===!0){let o=(e.converter?.toAttribute!==void 0?e.converter:Ht).toAttribute(h,e.type);this._$Em=t,o==null?this.removeAttribute(s):this.setAttribute(s,o),this._$Em=null}}_$AK(t,h){let e=this.constructor,s=e._$Eh.get(t);if(s!==void 0&&this._$Em!==s){let o=e.getPropertyOptions(s),r=typeof o.converter=="function"?{fromAttribute:o.converter}:o.converter?.fromAttribute!==void 0?o.converter:Ht;this._$Em=s;let l=r.fromAttribute(h,o.type);this[s]=l??this._$Ej?.get(s)??l,this._$Em=null}}requestUpdate(t,h,e,s=!1,o){if(t!==void 0){let r=this.constructor;if(s===!1&&(o=this[t]),e??=r.getPropertyOptions(t),!((e.hasChanged??Bt)(o,h)||e.useDefault&&e.reflect&&o===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,e))))return;this.C(t,h,e)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(t,h,{useDefault:e,reflect:s,wrapped:o},r){e&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,r??h??this[t]),o!==!0||r!==void 0)||(this._$AL.has(t)||(this.hasUpdated||e||(h=void 0),this._$AL.set(t,h)),s===!0&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(h){Promise.reject(h)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[s,o]of this._$Ep)this[s]=o;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[s,o]of e){let{wrapped:r}=o,l=this[s];r!==!0||this._$AL.has(s)||l===void 0||this.C(s,void 0,o,l)}}let t=!1,h=this._$AL;try{t=this.shouldUpdate(h),t?(this.willUpdate(h),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(h)):this._$EM()}catch(e){throw t=!1,this._$EM(),e}t&&this._$AE(h)}willUpdate(t){}_$AE(t){this._$EO?.forEach(h=>h.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}update(t){this._$Eq&&=this._$Eq.forEach(h=>this._$ET(h,this[h])),this._$EM()}updated(t){}firstUpdated(t){}};G.elementStyles=[],G.shadowRootOptions={mode:"open"},G[Mt("elementProperties")]=new Map,G[Mt("finalized")]=new Map,L3?.({ReactiveElement:G}),(It.reactiveElementVersions??=[]).push("2.1.2");var Ee=globalThis,c3=i=>i,Nt=Ee.trustedTypes,f3=Nt?Nt.createPolicy("lit-html",{createHTML:i=>i}):void 0,Ve="$lit$",W=`lit$${Math.random().toFixed(9).slice(2)}$`,Ce="?"+W,U3=`<${Ce}>`,ht=document,xt=()=>ht.createComment(""),wt=i=>i===null||typeof i!="object"&&typeof i!="function",Te=Array.isArray,_3=i=>Te(i)||typeof i?.[Symbol.iterator]=="function",$e=`[ 	
\f\r]`,yt=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,p3=/-->/g,u3=/>/g,et=RegExp(`>|${$e}(?:([^\\s"'>=/]+)(${$e}*=${$e}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),z3=/'/g,g3=/"/g,M3=/^(?:script|style|textarea|title)$/i,Ae=i=>(t,...h)=>({_$litType$:i,strings:t,values:h}),v=Ae(1),y=Ae(2),fi=Ae(3),D=Symbol.for("lit-noChange"),T=Symbol.for("lit-nothing"),b3=new WeakMap,it=ht.createTreeWalker(ht,129);function H3(i,t){if(!Te(i)||!i.hasOwnProperty("raw"))throw Error("invalid template strings array");return f3!==void 0?f3.createHTML(t):t}var y3=(i,t)=>{let h=i.length-1,e=[],s,o=t===2?"<svg>":t===3?"<math>":"",r=yt;for(let l=0;l<h;l++){let m=i[l],u,n,a=-1,g=0;for(;g<m.length&&(r.lastIndex=g,n=r.exec(m),n!==null);)g=r.lastIndex,r===yt?n[1]==="!--"?r=p3:n[1]!==void 0?r=u3:n[2]!==void 0?(M3.test(n[2])&&(s=RegExp("</"+n[2],"g")),r=et):n[3]!==void 0&&(r=et):r===et?n[0]===">"?(r=s??yt,a=-1):n[1]===void 0?a=-2:(a=r.lastIndex-n[2].length,u=n[1],r=n[3]===void 0?et:n[3]==='"'?g3:z3):r===g3||r===z3?r=et:r===p3||r===u3?r=yt:(r=et,s=void 0);let f=r===et&&i[l+1].startsWith("/>")?" ":"";o+=r===yt?m+U3:a>=0?(e.push(u),m.slice(0,a)+Ve+m.slice(a)+W+f):m+W+(a===-2?l:f)}return[H3(i,o+(i[h]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),e]},$t=class i{constructor({strings:t,_$litType$:h},e){let s;this.parts=[];let o=0,r=0,l=t.length-1,m=this.parts,[u,n]=y3(t,h);if(this.el=i.createElement(u,e),it.currentNode=this.el.content,h===2||h===3){let a=this.el.content.firstChild;a.replaceWith(...a.childNodes)}for(;(s=it.nextNode())!==null&&m.length<l;){if(s.nodeType===1){if(s.hasAttributes())for(let a of s.getAttributeNames())if(a.endsWith(Ve)){let g=n[r++],f=s.getAttribute(a).split(W),z=/([.?@])?(.*)/.exec(g);m.push({type:1,index:o,name:z[2],strings:f,ctor:z[1]==="."?Ut:z[1]==="?"?Ft:z[1]==="@"?qt:rt}),s.removeAttribute(a)}else a.startsWith(W)&&(m.push({type:6,index:o}),s.removeAttribute(a));if(M3.test(s.tagName)){let a=s.textContent.split(W),g=a.length-1;if(g>0){s.textContent=Nt?Nt.emptyScript:"";for(let f=0;f<g;f++)s.append(a[f],xt()),it.nextNode(),m.push({type:2,index:++o});s.append(a[g],xt())}}}else if(s.nodeType===8)if(s.data===Ce)m.push({type:2,index:o});else{let a=-1;for(;(a=s.data.indexOf(W,a+1))!==-1;)m.push({type:7,index:o}),a+=W.length-1}o++}}static createElement(t,h){let e=ht.createElement("template");return e.innerHTML=t,e}};function st(i,t,h=i,e){if(t===D)return t;let s=e!==void 0?h._$Co?.[e]:h._$Cl,o=wt(t)?void 0:t._$litDirective$;return s?.constructor!==o&&(s?._$AO?.(!1),o===void 0?s=void 0:(s=new o(i),s._$AT(i,h,e)),e!==void 0?(h._$Co??=[])[e]=s:h._$Cl=s),s!==void 0&&(t=st(i,s._$AS(i,t.values),s,e)),t}var Lt=class{constructor(t,h){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=h}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:h},parts:e}=this._$AD,s=(t?.creationScope??ht).importNode(h,!0);it.currentNode=s;let o=it.nextNode(),r=0,l=0,m=e[0];for(;m!==void 0;){if(r===m.index){let u;m.type===2?u=new nt(o,o.nextSibling,this,t):m.type===1?u=new m.ctor(o,m.name,m.strings,this,t):m.type===6&&(u=new Zt(o,this,t)),this._$AV.push(u),m=e[++l]}r!==m?.index&&(o=it.nextNode(),r++)}return it.currentNode=ht,s}p(t){let h=0;for(let e of this._$AV)e!==void 0&&(e.strings!==void 0?(e._$AI(t,e,h),h+=e.strings.length-2):e._$AI(t[h])),h++}},nt=class i{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,h,e,s){this.type=2,this._$AH=T,this._$AN=void 0,this._$AA=t,this._$AB=h,this._$AM=e,this.options=s,this._$Cv=s?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,h=this._$AM;return h!==void 0&&t?.nodeType===11&&(t=h.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,h=this){t=st(this,t,h),wt(t)?t===T||t==null||t===""?(this._$AH!==T&&this._$AR(),this._$AH=T):t!==this._$AH&&t!==D&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):_3(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==T&&wt(this._$AH)?this._$AA.nextSibling.data=t:this.T(ht.createTextNode(t)),this._$AH=t}$(t){let{values:h,_$litType$:e}=t,s=typeof e=="number"?this._$AC(t):(e.el===void 0&&(e.el=$t.createElement(H3(e.h,e.h[0]),this.options)),e);if(this._$AH?._$AD===s)this._$AH.p(h);else{let o=new Lt(s,this),r=o.u(this.options);o.p(h),this.T(r),this._$AH=o}}_$AC(t){let h=b3.get(t.strings);return h===void 0&&b3.set(t.strings,h=new $t(t)),h}k(t){Te(this._$AH)||(this._$AH=[],this._$AR());let h=this._$AH,e,s=0;for(let o of t)s===h.length?h.push(e=new i(this.O(xt()),this.O(xt()),this,this.options)):e=h[s],e._$AI(o),s++;s<h.length&&(this._$AR(e&&e._$AB.nextSibling,s),h.length=s)}_$AR(t=this._$AA.nextSibling,h){for(this._$AP?.(!1,!0,h);t!==this._$AB;){let e=c3(t).nextSibling;c3(t).remove(),t=e}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},rt=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,h,e,s,o){this.type=1,this._$AH=T,this._$AN=void 0,this.element=t,this.name=h,this._$AM=s,this.options=o,e.length>2||e[0]!==""||e[1]!==""?(this._$AH=Array(e.length-1).fill(new String),this.strings=e):this._$AH=T}_$AI(t,h=this,e,s){let o=this.strings,r=!1;if(o===void 0)t=st(this,t,h,0),r=!wt(t)||t!==this._$AH&&t!==D,r&&(this._$AH=t);else{let l=t,m,u;for(t=o[0],m=0;m<o.length-1;m++)u=st(this,l[e+m],h,m),u===D&&(u=this._$AH[m]),r||=!wt(u)||u!==this._$AH[m],u===T?t=T:t!==T&&(t+=(u??"")+o[m+1]),this._$AH[m]=u}r&&!s&&this.j(t)}j(t){t===T?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},Ut=class extends rt{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===T?void 0:t}},Ft=class extends rt{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==T)}},qt=class extends rt{constructor(t,h,e,s,o){super(t,h,e,s,o),this.type=5}_$AI(t,h=this){if((t=st(this,t,h,0)??T)===D)return;let e=this._$AH,s=t===T&&e!==T||t.capture!==e.capture||t.once!==e.once||t.passive!==e.passive,o=t!==T&&(e===T||s);s&&this.element.removeEventListener(this.name,this,e),o&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},Zt=class{constructor(t,h,e){this.element=t,this.type=6,this._$AN=void 0,this._$AM=h,this.options=e}get _$AU(){return this._$AM._$AU}_$AI(t){st(this,t)}},x3={M:Ve,P:W,A:Ce,C:1,L:y3,R:Lt,D:_3,V:st,I:nt,H:rt,N:Ft,U:qt,B:Ut,F:Zt},F3=Ee.litHtmlPolyfillSupport;F3?.($t,nt),(Ee.litHtmlVersions??=[]).push("3.3.3");var ke=(i,t,h)=>{let e=h?.renderBefore??t,s=e._$litPart$;if(s===void 0){let o=h?.renderBefore??null;e._$litPart$=s=new nt(t.insertBefore(xt(),o),o,void 0,h??{})}return s._$AI(i),s};var je=globalThis,k=class extends G{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}update(t){let h=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=ke(h,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return D}};k._$litElement$=!0,k.finalized=!0,je.litElementHydrateSupport?.({LitElement:k});var q3=je.litElementPolyfillSupport;q3?.({LitElement:k});(je.litElementVersions??=[]).push("4.2.2");var I={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},B=i=>(...t)=>({_$litDirective$:i,values:t}),N=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,h,e){this._$Ct=t,this._$AM=h,this._$Ci=e}_$AS(t,h){return this.update(t,h)}update(t,h){return this.render(...h)}};var vt=B(class extends N{constructor(i){if(super(i),i.type!==I.ATTRIBUTE||i.name!=="class"||i.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(i){return" "+Object.keys(i).filter(t=>i[t]).join(" ")+" "}update(i,[t]){if(this.st===void 0){this.st=new Set,i.strings!==void 0&&(this.nt=new Set(i.strings.join(" ").split(/\s/).filter(e=>e!=="")));for(let e in t)t[e]&&!this.nt?.has(e)&&this.st.add(e);return this.render(t)}let h=i.element.classList;for(let e of this.st)e in t||(h.remove(e),this.st.delete(e));for(let e in t){let s=!!t[e];s===this.st.has(e)||this.nt?.has(e)||(s?(h.add(e),this.st.add(e)):(h.remove(e),this.st.delete(e)))}return D}});var Z3={},G3=B(class extends N{constructor(){super(...arguments),this.ot=Z3}render(i,t){return t()}update(i,[t,h]){if(Array.isArray(t)){if(Array.isArray(this.ot)&&this.ot.length===t.length&&t.every((e,s)=>e===this.ot[s]))return D}else if(this.ot===t)return D;return this.ot=Array.isArray(t)?Array.from(t):t,this.render(t,h)}});var R=i=>i??T;var{I:W3}=x3,w3=i=>i;var Gt=i=>i.strings===void 0,$3=()=>document.createComment(""),mt=(i,t,h)=>{let e=i._$AA.parentNode,s=t===void 0?i._$AB:t._$AA;if(h===void 0){let o=e.insertBefore($3(),s),r=e.insertBefore($3(),s);h=new W3(o,r,i,i.options)}else{let o=h._$AB.nextSibling,r=h._$AM,l=r!==i;if(l){let m;h._$AQ?.(i),h._$AM=i,h._$AP!==void 0&&(m=i._$AU)!==r._$AU&&h._$AP(m)}if(o!==s||l){let m=h._$AA;for(;m!==o;){let u=w3(m).nextSibling;w3(e).insertBefore(m,s),m=u}}}return h},X=(i,t,h=i)=>(i._$AI(t,h),i),K3={},Wt=(i,t=K3)=>i._$AH=t,E3=i=>i._$AH,Kt=i=>{i._$AR(),i._$AA.remove()};var Y3=B(class extends N{constructor(i){if(super(i),i.type!==I.PROPERTY&&i.type!==I.ATTRIBUTE&&i.type!==I.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Gt(i))throw Error("`live` bindings can only contain a single expression")}render(i){return i}update(i,[t]){if(t===D||t===T)return t;let h=i.element,e=i.name;if(i.type===I.PROPERTY){if(t===h[e])return D}else if(i.type===I.BOOLEAN_ATTRIBUTE){if(!!t===h.hasAttribute(e))return D}else if(i.type===I.ATTRIBUTE&&h.getAttribute(e)===t+"")return D;return Wt(i),t}});var Et=(i,t)=>{let h=i._$AN;if(h===void 0)return!1;for(let e of h)e._$AO?.(t,!1),Et(e,t);return!0},Yt=i=>{let t,h;do{if((t=i._$AM)===void 0)break;h=t._$AN,h.delete(i),i=t}while(h?.size===0)},V3=i=>{for(let t;t=i._$AM;i=t){let h=t._$AN;if(h===void 0)t._$AN=h=new Set;else if(h.has(i))break;h.add(i),X3(t)}};function J3(i){this._$AN!==void 0?(Yt(this),this._$AM=i,V3(this)):this._$AM=i}function Q3(i,t=!1,h=0){let e=this._$AH,s=this._$AN;if(s!==void 0&&s.size!==0)if(t)if(Array.isArray(e))for(let o=h;o<e.length;o++)Et(e[o],!1),Yt(e[o]);else e!=null&&(Et(e,!1),Yt(e));else Et(this,i)}var X3=i=>{i.type==I.CHILD&&(i._$AP??=Q3,i._$AQ??=J3)},dt=class extends N{constructor(){super(...arguments),this._$AN=void 0}_$AT(t,h,e){super._$AT(t,h,e),V3(this),this.isConnected=t._$AU}_$AO(t,h=!0){t!==this.isConnected&&(this.isConnected=t,t?this.reconnected?.():this.disconnected?.()),h&&(Et(this,t),Yt(this))}setValue(t){if(Gt(this._$Ct))this._$Ct._$AI(t,this);else{let h=[...this._$Ct._$AH];h[this._$Ci]=t,this._$Ct._$AI(h,this,0)}}disconnected(){}reconnected(){}};var Se=new WeakMap,t8=B(class extends dt{render(i){return T}update(i,[t]){let h=t!==this.G;return h&&this.rt(void 0),(h||this.lt!==this.ct)&&(this.G=t,this.ht=i.options?.host,this.rt(this.ct=i.element)),T}rt(i){if(this.G!==void 0)if(this.isConnected||(i=void 0),typeof this.G=="function"){let t=this.ht??globalThis,h=Se.get(t);h===void 0&&(h=new WeakMap,Se.set(t,h)),h.get(this.G)!==void 0&&this.G.call(this.ht,void 0),h.set(this.G,i),i!==void 0&&this.G.call(this.ht,i)}else this.G.value=i}get lt(){return typeof this.G=="function"?Se.get(this.ht??globalThis)?.get(this.G):this.G?.value}disconnected(){this.lt===this.ct&&this.rt(void 0)}reconnected(){this.rt(this.ct)}});var C3=(i,t,h)=>{let e=new Map;for(let s=t;s<=h;s++)e.set(i[s],s);return e},e8=B(class extends N{constructor(i){if(super(i),i.type!==I.CHILD)throw Error("repeat() can only be used in text expressions")}dt(i,t,h){let e;h===void 0?h=t:t!==void 0&&(e=t);let s=[],o=[],r=0;for(let l of i)s[r]=e?e(l,r):r,o[r]=h(l,r),r++;return{values:o,keys:s}}render(i,t,h){return this.dt(i,t,h).values}update(i,[t,h,e]){let s=E3(i),{values:o,keys:r}=this.dt(t,h,e);if(!Array.isArray(s))return this.ut=r,o;let l=this.ut??=[],m=[],u,n,a=0,g=s.length-1,f=0,z=o.length-1;for(;a<=g&&f<=z;)if(s[a]===null)a++;else if(s[g]===null)g--;else if(l[a]===r[f])m[f]=X(s[a],o[f]),a++,f++;else if(l[g]===r[z])m[z]=X(s[g],o[z]),g--,z--;else if(l[a]===r[z])m[z]=X(s[a],o[z]),mt(i,m[z+1],s[a]),a++,z--;else if(l[g]===r[f])m[f]=X(s[g],o[f]),mt(i,s[a],s[g]),g--,f++;else if(u===void 0&&(u=C3(r,f,z),n=C3(l,a,g)),u.has(l[a]))if(u.has(l[g])){let p=n.get(r[f]),d=p!==void 0?s[p]:null;if(d===null){let _=mt(i,s[a]);X(_,o[f]),m[f]=_}else m[f]=X(d,o[f]),mt(i,s[a],d),s[p]=null;f++}else Kt(s[g]),g--;else Kt(s[a]),a++;for(;f<=z;){let p=mt(i,m[z+1]);X(p,o[f]),m[f++]=p}for(;a<=g;){let p=s[a++];p!==null&&Kt(p)}return this.ut=r,Wt(i,m),D}});var T3="important",i8=" !"+T3,De=B(class extends N{constructor(i){if(super(i),i.type!==I.ATTRIBUTE||i.name!=="style"||i.strings?.length>2)throw Error("The `styleMap` directive must be used in the `style` attribute and must be the only part in the attribute.")}render(i){return Object.keys(i).reduce((t,h)=>{let e=i[h];return e==null?t:t+`${h=h.includes("-")?h:h.replace(/(?:^(webkit|moz|ms|o)|)(?=[A-Z])/g,"-$&").toLowerCase()}:${e};`},"")}update(i,[t]){let{style:h}=i.element;if(this.ft===void 0)return this.ft=new Set(Object.keys(t)),this.render(t);for(let e of this.ft)t[e]==null&&(this.ft.delete(e),e.includes("-")?h.removeProperty(e):h[e]=null);for(let e in t){let s=t[e];if(s!=null){this.ft.add(e);let o=typeof s=="string"&&s.endsWith(i8);e.includes("-")||o?h.setProperty(e,o?s.slice(0,-11):s,o?T3:""):h[e]=s}}return D}});var P=i=>(t,h)=>{h!==void 0?h.addInitializer(()=>{customElements.define(i,t)}):customElements.define(i,t)};var h8={attribute:!0,type:String,converter:Ht,reflect:!1,hasChanged:Bt},s8=(i=h8,t,h)=>{let{kind:e,metadata:s}=h,o=globalThis.litPropertyMetadata.get(s);if(o===void 0&&globalThis.litPropertyMetadata.set(s,o=new Map),e==="setter"&&((i=Object.create(i)).wrapped=!0),o.set(h.name,i),e==="accessor"){let{name:r}=h;return{set(l){let m=t.get.call(this);t.set.call(this,l),this.requestUpdate(r,m,i,!0,l)},init(l){return l!==void 0&&this.C(r,void 0,i,l),l}}}if(e==="setter"){let{name:r}=h;return function(l){let m=this[r];t.call(this,l),this.requestUpdate(r,m,i,!0,l)}}throw Error("Unsupported decorator location: "+e)};function E(i){return(t,h)=>typeof h=="object"?s8(i,t,h):((e,s,o)=>{let r=s.hasOwnProperty(o);return s.constructor.createProperty(o,e),r?Object.getOwnPropertyDescriptor(s,o):void 0})(i,t,h)}var r8=function(i,t,h,e,s,o){function r(_){if(_!==void 0&&typeof _!="function")throw new TypeError("Function expected");return _}for(var l=e.kind,m=l==="getter"?"get":l==="setter"?"set":"value",u=!t&&i?e.static?i:i.prototype:null,n=t||(u?Object.getOwnPropertyDescriptor(u,e.name):{}),a,g=!1,f=h.length-1;f>=0;f--){var z={};for(var p in e)z[p]=p==="access"?{}:e[p];for(var p in e.access)z.access[p]=e.access[p];z.addInitializer=function(_){if(g)throw new TypeError("Cannot add initializers after decoration has completed");o.push(r(_||null))};var d=(0,h[f])(l==="accessor"?{get:n.get,set:n.set}:n[m],z);if(l==="accessor"){if(d===void 0)continue;if(d===null||typeof d!="object")throw new TypeError("Object expected");(a=r(d.get))&&(n.get=a),(a=r(d.set))&&(n.set=a),(a=r(d.init))&&s.unshift(a)}else(a=r(d))&&(l==="field"?s.unshift(a):n[m]=a)}u&&Object.defineProperty(u,e.name,n),g=!0},o8=function(i,t,h){for(var e=arguments.length>2,s=0;s<t.length;s++)h=e?t[s].call(i,h):t[s].call(i);return e?h:void 0},a8=(()=>{let i=[P("discord-attachments")],t,h=[],e,s=k;var o=class extends s{static{e=this}static{let r=typeof Symbol=="function"&&Symbol.metadata?Object.create(s[Symbol.metadata]??null):void 0;r8(null,t={value:e},i,{kind:"class",name:e.name,metadata:r},null,h),o=e=t.value,r&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:r})}static styles=S`
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
	`;render(){return v`<slot></slot>`}static{o8(e,h)}};return o=e})();var tt=class extends Event{constructor(t,h,e,s){super("context-request",{bubbles:!0,composed:!0}),this.context=t,this.contextTarget=h,this.callback=e,this.subscribe=s??!1}};var ct=class{constructor(t,h,e,s){if(this.subscribe=!1,this.provided=!1,this.value=void 0,this.t=(o,r)=>{this.unsubscribe&&(this.unsubscribe!==r&&(this.provided=!1,this.unsubscribe()),this.subscribe||this.unsubscribe()),this.value=o,this.host.requestUpdate(),this.provided&&!this.subscribe||(this.provided=!0,this.callback&&this.callback(o,r)),this.unsubscribe=r},this.host=t,h.context!==void 0){let o=h;this.context=o.context,this.callback=o.callback,this.subscribe=o.subscribe??!1}else this.context=h,this.callback=e,this.subscribe=s??!1;this.host.addController(this)}hostConnected(){this.dispatchRequest()}hostDisconnected(){this.unsubscribe&&(this.unsubscribe(),this.unsubscribe=void 0)}dispatchRequest(){this.host.dispatchEvent(new tt(this.context,this.host,this.t,this.subscribe))}};var Qt=class{get value(){return this.o}set value(t){this.setValue(t)}setValue(t,h=!1){let e=h||!Object.is(t,this.o);this.o=t,e&&this.updateObservers()}constructor(t){this.subscriptions=new Map,this.updateObservers=()=>{for(let[h,{disposer:e}]of this.subscriptions)h(this.o,e)},t!==void 0&&(this.value=t)}addCallback(t,h,e){if(!e)return void t(this.value);this.subscriptions.has(t)||this.subscriptions.set(t,{disposer:()=>{this.subscriptions.delete(t)},consumerHost:h});let{disposer:s}=this.subscriptions.get(t);t(this.value,s)}clearCallbacks(){this.subscriptions.clear()}};var Pe=class extends Event{constructor(t,h){super("context-provider",{bubbles:!0,composed:!0}),this.context=t,this.contextTarget=h}},ft=class extends Qt{constructor(t,h,e){super(h.context!==void 0?h.initialValue:e),this.onContextRequest=s=>{if(s.context!==this.context)return;let o=s.contextTarget??s.composedPath()[0];o!==this.host&&(s.stopPropagation(),this.addCallback(s.callback,o,s.subscribe))},this.onProviderRequest=s=>{if(s.context!==this.context||(s.contextTarget??s.composedPath()[0])===this.host)return;let o=new Set;for(let[r,{consumerHost:l}]of this.subscriptions)o.has(r)||(o.add(r),l.dispatchEvent(new tt(this.context,l,r,!0)));s.stopPropagation()},this.host=t,h.context!==void 0?this.context=h.context:this.context=h,this.attachListeners(),this.host.addController?.(this)}attachListeners(){this.host.addEventListener("context-request",this.onContextRequest),this.host.addEventListener("context-provider",this.onProviderRequest)}hostConnected(){this.host.dispatchEvent(new Pe(this.context,this.host))}};function Vt({context:i}){return(t,h)=>{let e=new WeakMap;if(typeof h=="object")return{get(){return t.get.call(this)},set(s){return e.get(this).setValue(s),t.set.call(this,s)},init(s){return e.set(this,new ft(this,{context:i,initialValue:s})),s}};{t.constructor.addInitializer((r=>{e.set(r,new ft(r,{context:i}))}));let s=Object.getOwnPropertyDescriptor(t,h),o;if(s===void 0){let r=new WeakMap;o={get(){return r.get(this)},set(l){e.get(this).setValue(l),r.set(this,l)},configurable:!0,enumerable:!0}}else{let r=s.set;o={...s,set(l){e.get(this).setValue(l),r?.call(this,l)}}}return void Object.defineProperty(t,h,o)}}}function U({context:i,subscribe:t}){return(h,e)=>{typeof e=="object"?e.addInitializer((function(){new ct(this,{context:i,callback:s=>{h.set.call(this,s)},subscribe:t})})):h.constructor.addInitializer((s=>{new ct(s,{context:i,callback:o=>{s[e]=o},subscribe:t})}))}}function O(i,t,h){return i?t(i):h?.(i)}var Oe=class extends dt{host;element;prevData={};eventData={};render(t){return T}update(t,[h]){this.element!==t.element&&(this.element=t.element),this.host=t.options?.host??this.element,this.apply(h),this.groom(h),this.prevData={...h}}apply(t){if(!t)return;let{prevData:h,element:e}=this;for(let[s,o]of Object.entries(t)){if(o===h[s])continue;let r=s.slice(1);switch(s[0]){case"@":this.eventData[r]=o,this.applyEvent(r,o);break;case".":e[r]=o;break;case"?":o?e.setAttribute(r,""):e.removeAttribute(r);break;default:o===null?e.removeAttribute(s):e.setAttribute(s,String(o));break}}}groom(t){let{prevData:h,element:e}=this;if(h)for(let[s,o]of Object.entries(h)){let r=s.slice(1);if(!t||!(s in t)&&e[r]===o)switch(s[0]){case"@":this.groomEvent(r,o);break;case".":e[r]=void 0;break;case"?":e.removeAttribute(r);break;default:e.removeAttribute(s);break}}}applyEvent(t,h){let{prevData:e,element:s}=this;this.eventData[t]=h,e[t]&&s.removeEventListener(t,this,h),s.addEventListener(t,this,h)}groomEvent(t,h){let{element:e}=this;Reflect.deleteProperty(this.eventData,t),e.removeEventListener(t,this,h)}handleEvent(t){let h=this.eventData[t.type];typeof h=="function"?h.call(this.host,t):h.handleEvent(t)}disconnected(){let{eventData:t,element:h}=this;for(let[e,s]of Object.entries(t)){let o=e.slice(1);h.removeEventListener(o,this,s)}}reconnected(){let{eventData:t,element:h}=this;for(let[e,s]of Object.entries(t)){let o=e.slice(1);h.addEventListener(o,this,s)}}},x=B(Oe);var n8=y`
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
`;function Xt(i={}){return v`<svg
		${x(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${n8}
	</svg>`}var v8=y`
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
`;function te(i={}){return v`<svg
		${x(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${v8}
	</svg>`}var m8=y`
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
`;function ee(i={}){return v`<svg
		${x(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${m8}
	</svg>`}var d8=y`
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
`;function ie(i={}){return v`<svg
		${x(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${d8}
	</svg>`}var c8=y`
	<path d="M6.563.875h-.438V.438H4.812v1.313h-.438V.875h-.436V.438h-.875v.438h-.438v.875h-.437V.438H.875v.438H.438v1.75h.438v.438h.875v.438h.438v.875h.438v.438h.438v.438h.875v-.438h.438v-.438h.438V3.5h.438v-.437h.875v-.438h.438z" fill="#ff7fc0"/>
	<path d="M3.938 0h-.875v.438h.875zm-1.75 0H.875v.438h1.313zm3.938 0H4.813v.438h1.313zm.438.438h-.438v.438h.438zm.438.438h-.438v1.75h.438zM4.377.438h-.439v.438h.438v.875h.438V.438zm-2.189 0v1.313h.438V.875h.438V.438zm-1.313 0H.438v.438h.438zM.438.875H0v1.75h.438zm.438 1.75H.438v.438h.438zm.875.438H.875v.438h.875zm4.375 0h-.875v.438h.875zm.438-.438h-.438v.438h.438zM5.251 3.938V3.5h-.438v.875h1.75v-.437zM1.75 3.5v.438H.438v.438h1.75V3.5zm-1.313.875H0v1.75h.438zm.438 1.75H.438v.438h.438zm5.25.438H.875v.438h5.25zm.438-.438h-.438v.438h.438zm.438-1.75h-.438v1.75h.438zm-4.376 0h-.437v.438h.438zm.438.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-.875.875h-.876v.438h.875z" fill="#000"/>
	<path d="M4.813 4.375v.438h-.438v.438h-.437v.438h-.875v-.438h-.438v-.438h-.437v-.438H.438v1.75h.438v.438h5.25v-.438h.438v-1.75z" fill="#6be473"/>
	<path d="M1.75 5.25h-.437v.438h.438zm-.438-.438H.875v.438h.438zM5.25 6.125v-.438h-.438v.438h-.874v-.438h-.875v.438h-.875v-.438H1.75v.438H.875v.438h5.25v-.438zm.438-.875H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438.875h-.438v.438h.438z" fill="#008456"/>
	<path d="M2.625 3.938h-.437v.438h.438zm.438.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438-.875h-.438v.438h.438zm.875-.438h-.438v.438h.438zm.438-.875h-.438v.875h.438zM3.94 4.813h-.877v.438h.875z" fill="#ff1c90"/>
	<path d="M4.375 5.25h-.437v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-4.813.001v.875h.438v-.438h1.313v-.438zm.438-3.5H.438v.875h.438zM2.189.437H.875v.438h1.313zm.875.438h-.439v.438h.438zm.875-.438h-.876v.438h.875zm1.313 0h-.438v.875h.438V.875h.875V.438z" fill="#f0f0f0"/>
`;function he(i={}){return v`<svg
		${x(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${c8}
	</svg>`}var f8=y`
	<path d="M3.063.875v.438h.875V.875zm.875-.438v.438h1.75V.438zm1.75.438v.438h.438V.875zm.438.438v.438h.438v-.438zm.438.438v2.188h.438V1.75zm-.438 2.188v.875h.438v-.876zm-.438.875v.438h.438v-.438zm-.875.438v.438h.875v-.438zm-.875.438v.438h.875V5.69zm-.875.438v.438h.875v-.438z" fill="#000"/>
	<path d="M6.563 1.75h-.438v-.437h-.438V.875H3.938v.438h-.875V.875h-1.75v.438H.875v.438H.438v2.188h.438v.875h.438v.438h.875v.438h.875v.438h.875V5.69h.875v-.438h.875v-.438h.438v-.876h.438z" fill="#ff7fc0"/>
	<path d="M6.563 1.75h-.438v2.188h.438zm-.438 2.188h-.438v.875h.438zm-4.812 0H.875v.875h.438zm4.375.875h-.875v.438h.875zm-.875.438h-.875v.438h.875zm-.875.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875z" fill="#ff1b90"/>
	<path d="M1.313.438v.438h1.75V.438zM.875.875v.438h.438V.875zm-.437.438v.438h.438v-.438zM0 1.75v2.188h.438V1.75zm.438 2.188v.875h.438v-.875zm.438.875v.438h.438v-.438zm.438.438v.438h.875v-.438zm.875.438v.438h.875v-.438z" fill="#000"/>
	<path d="M1.313.875v.438h1.75V.875zm2.625 0v.438h1.75V.875zm-.875.438v.438h.875v-.438z" fill="#f0f0f0"/>
	<path opacity=".6" d="M4.813 2.625v-.437h-.875v.438h-.875v-.438h-.875v.438H1.75v1.313h.438v.438h.879v.438h.875v-.438h.871v-.439h.438V2.625z" fill="#fff"/>
	<path d="M5.688 1.313v.438h.438v-.438zm-4.813 0v.438h.438v-.438zm.438.438v.438h.438V1.75zM.438 1.75v.875h.438V1.75z" fill="#f0f0f0"/>
`;function se(i={}){return v`<svg
		${x(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${f8}
	</svg>`}var p8=y`
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
`;function re(i={}){return v`<svg
		${x(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${p8}
	</svg>`}var u8=y`
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
`;function oe(i={}){return v`<svg
		${x(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${u8}
	</svg>`}var z8=y`
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
`;function ae(i={}){return v`<svg
		${x(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${z8}
	</svg>`}var g8=y`
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
`;function le(i={}){return v`<svg
		${x(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${g8}
	</svg>`}var b8=y`
	<path d="M6.125 2.188v-.875h-.438V.875h-.438V.438h-.875v.438h.438v.438h.438v1.75h-.438v.438h-.438v.438H2.625V3.5h-.437v-.437H1.75v-1.75h.438V.875h.438V.438H1.75v.438h-.437v.438H.875v.875H.438v2.625h.438v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h.438V2.188z" fill="#b79cf8"/>
	<path d="M2.625 0H1.75v.438h.875zM.875 1.313H.438v.875h.438zm1.313 0H1.75v1.75h.438zm2.188 2.188H2.625v.438h1.75z" fill="#000"/>
	<path d="M4.375 3.938h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M.438 2.188H0v2.625h.438zm4.375 4.375H2.188v.438h2.625z" fill="#000"/>
	<path d="M.875 4.375H.438v.438h.438zm4.813.875h-.875v.438H2.188V5.25h-.875v-.438H.875v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h-.438zm.875-.875h-.438v.438h.438z" fill="#816bee"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438z" fill="#000"/>
	<path d="M2.625.438H1.75v.438h.875zM1.75.875h-.437v.438h.438zm-.437.438H.875v.438h.438zm-.438.875H.438v.438h.438zm.438.438H.875v.438h.438zm.875.438H1.75v.438h.438zm.438.438h-.438v.438h.438zm2.625-.438h-.438v.438h.438zM4.813.439h-.438v.438h.438zm0 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063.438h-.438v.438h.438zm-.438.437h-.437v.438h.438zm0 2.188h-.437v.438h.438zm-1.75 1.75H.438v.875h.438zm.438.875H.875v.438h.438zM5.251 0h-.875v.438h.875zm.438 6.125h-.875v.438h.875zm-3.5 0h-.876v.438h.875zm4.374-4.812h-.438v.875h.438zm-1.313 0h-.438v1.75h.438zM7 2.188h-.438v2.625H7zM5.687.438h-.438v.438h.438zm.438.438h-.438v.438h.438zM4.375.438h-.437v.438h.438zm.438.438h-.438v.438h.438zm0 2.188h-.438v.438h.438zm1.75 1.75h-.438v.875h.438zm-.438.875h-.438v.438h.438z" fill="#000"/>
	<path d="M2.188.875H1.75v.438h.438z" fill="#b79cf8"/>
`;function ne(i={}){return v`<svg
		${x(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${b8}
	</svg>`}var _8=y`
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
`;function ve(i={}){return v`<svg
		${x(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${_8}
	</svg>`}var M8=y`
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
`;function me(i={}){return v`<svg
		${x(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${M8}
	</svg>`}var H8=y`
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
`;function de(i={}){return v`<svg
		${x(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${H8}
	</svg>`}var y8=y`
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
`;function ce(i={}){return v`<svg
		${x(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${y8}
	</svg>`}var x8=y`
	<path d="M5.688 1.313V.875h-.875v.438h-.438V.875h-.437V.438h-.875v.438h-.438v.438h-.437V.875h-.875v.438H.875v1.75h.875v.438h.438v-.438h2.625v.438h.438v-.438h.875v-1.75z" fill="#d1cdd5"/>
	<path d="M6.125 3.938V3.5h-1.75v-.437h-1.75v.438H.875v.438H.438v1.313h.438v.438h1.75v.438h.438v.438h.875v-.438h.438V5.69h1.75v-.438h.438V3.938z" fill="#57595f"/>
	<path d="M3.938 0h-.875v.438h.875zm-.875.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438zm-1.313 0h-.438v.438h.438zM2.625.875h-.437v.438h.438zM2.188.438h-.875v.438h.875zm-1.313.875H.438v1.75h.438zm.438-.438H.875v.438h.438zM.875 3.5H.438v.438h.438zm-.437.438H0v1.313h.438zm.438 1.313H.438v.438h.438zm1.75.438H.875v.438h1.75zm.438.438h-.439v.438h.438zm.875.438h-.876v.438h.875zm.438-.438h-.439v.438h.438zm1.75-.438h-1.75v.438h1.75zm.438-.438h-.438v.438h.438zm.438-1.313h-.438v1.313h.438zM6.565 3.5h-.438v.438h.438zm0-2.188h-.438v1.75h.438zM2.188 3.5H1.75v.438h.438zm.438-.438h-.438V3.5h.438zm1.75-.438H2.625v.438h1.75zm.438.438h-.438V3.5h.438zm.438.438h-.438v.438h.438zm.438-.438h-.438V3.5h.875v-.437zm-4.377.001H.875v.438h.875v-.438z" fill="#000"/>
	<path d="M.875 4.813H.438v.438h.438zm.438.438H.875v.438h.438zm1.75.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm-.438.438h-.875v.438h.875zm2.188-.875h-.438v.438h.438zm.438-1.313h-.438v1.313h.438z" fill="#35363a"/>
	<path d="M1.313 2.625H.875v.438h.438zm.875.438H1.75v.438h.438zm3.063 0h-.438v.438h.438zm-2.626-.438h-.437v.438h.438zm2.188 0h-.438v.438h.438z" fill="#847d8b"/>
	<path d="M5.25 3.063h-.438v.438h.438zm-.875-.875h-1.75v.438h1.75zm1.75-.438h-.438v1.313h.438z" fill="#847d8b"/>
	<path d="M1.75 1.75h-.437v.438h.438zm-.437-.437H.875v.438h.438zm.875-.438h-.875v.438h.875zm.875 0h-.438v.438h.438zm.875-.438h-.875v.438h.875zm.438.438h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M.875 3.938H.438v.438h.438zm.438-.438H.875v.438h.438zm1.313 0h-.438v.438h.438zm1.75-.438H2.625V3.5h1.75zm.875.875h-.438v.438h.438zm.875-.438h-.875v.438h.875z" fill="#d8d8d8"/>
`;function fe(i={}){return v`<svg
		${x(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${x8}
	</svg>`}var w8=y`
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
`;function pe(i={}){return v`<svg
		${x(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${w8}
	</svg>`}var $8=y`
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
`;function ue(i={}){return v`<svg
		${x(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${$8}
	</svg>`}var E8=y`
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
`;function ze(i={}){return v`<svg
		${x(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${E8}
	</svg>`}var V8=y`
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
`;function ge(i={}){return v`<svg
		${x(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${V8}
	</svg>`}var C8=y`
	<path d="M5.688 2.625v-.437H5.25V1.75h-.438v-.437h-.438V.875h-.436V.438h-.875v.438h-.438v.438h-.437v.438H1.75v.438h-.437v.438H.875v.875H.438v2.188h.438v.438h.875v.438h3.5v-.438h.875v-.438h.438V3.5h-.438v-.875z" fill="#0abbff"/>
	<path d="M3.063 0v.438h.875V0zm-.438.438v.438h.438V.438zm1.313 0v.438h.438V.438zm.438.438v.438h.438V.875zm.438.438v.438h.438v-.439zm.438.438v.438h.438v-.44zm.438.438v.438h.438v-.44zm.438.438v.875h.438v-.878zm-5.69-.003V3.5h.438v-.875zM0 3.5v2.188h.438V3.5zm6.563 0v2.188h.438V3.5zM2.188.875v.438h.438V.875zm-.438.438v.438h.438v-.438zm-.437.437v.438h.438V1.75zm-.438.438v.438h.438v-.438zm-.438 3.5v.438h.438v-.438zm5.688 0v.438h.438v-.438zm-4.375.875v.438h3.5v-.438z" fill="#000"/>
	<path d="M1.75 6.125v.438h3.5v-.438z" fill="#4282d8"/>
	<path d="M.875 6.125v.438h.875v-.438zm5.25.438v-.438H5.25v.438z" fill="#000"/>
	<path d="M3.063.438v.438h.875V.438z" fill="#fff"/>
	<path opacity=".5" d="M4.813 3.5v-.437h-.438v-.438h-.437v-.437h-.875v.438h-.438v.438h-.437v.438H1.75v1.313h.438v.438h2.625v-.438h.438V3.5z" fill="#fff"/>
	<path d="M2.625.875v.438h.438V.875zm-.437.438v.438h.438v-.438zm.438.438v.438h.438V1.75zM1.75 1.75v.438h.438V1.75zm-.437.438v.438h.438v-.438zm-.438.437V3.5h.438v-.875zM.438 3.5v.875h.438V3.5z" fill="#fff"/>
	<path d="M5.25 2.188v.438h.438v-.438zm.438.438v.875h.438v-.876zm.438.875v1.75h-.438v.438H5.25v.438h.875v-.438h.438V3.5zM.875 6.125h.875v-.438H.875z" fill="#4282d8"/>
`;function be(i={}){return v`<svg
		${x(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${C8}
	</svg>`}var T8=globalThis.$discordMessage??{};function ot(){return T8}var Re={blue:"https://cdn.discordapp.com/embed/avatars/0.png",gray:"https://cdn.discordapp.com/embed/avatars/1.png",green:"https://cdn.discordapp.com/embed/avatars/2.png",orange:"https://cdn.discordapp.com/embed/avatars/3.png",red:"https://cdn.discordapp.com/embed/avatars/4.png",pink:"https://cdn.discordapp.com/embed/avatars/5.png"},Ie=ot().avatars??{},fr=Object.assign(Re,Ie,{default:Re[Ie.default]??Ie.default??Re.blue}),pr=ot().profiles??{},A3=ot().defaultTheme==="light"?"light":"dark",k3=ot().defaultMode==="compact"?"compact":"cozy",j3=ot().defaultBackground==="none"?"none":"discord",A8=new Map([["heart",se()],["crystal",Xt()],["diamond",te()],["explosion",ee()],["flame",ie()],["flower",he()],["key",re()],["leaf",oe()],["lightning",ae()],["magic",le()],["moon",ne()],["mushroom",ve()],["mythical",me()],["ornament",de()],["plasma",ce()],["rock",fe()],["shell",pe()],["skull",ue()],["sun",ze()],["sword",ge()],["water",be()]]);var k8=new Intl.DateTimeFormat("en-US",{day:"2-digit",month:"2-digit",year:"numeric"}),j8=new Intl.DateTimeFormat("en-US",{hour12:!0,hour:"2-digit",minute:"2-digit"}),S8=new Intl.DateTimeFormat("en-US",{hour12:!1,hour:"2-digit",minute:"2-digit"}),D8=i=>i instanceof Date?k8.format(i):i,P8=(i,t=!1)=>i instanceof Date?t?S8.format(i):j8.format(i):i;function Be(i,t=!1,h=!1){if(!(i instanceof Date)&&typeof i!="string")throw new TypeError("Timestamp prop must be a Date object or a string.");return t?P8(i,h):D8(i)}var O8=/(?:<(?<animated>a)?:(?<name>\w{2,32}):)?(?<id>\d{17,21})>?/;function pt(i){let t=ot().emojis?.[i];if(t)return t;let h=O8.exec(i);if(h?.groups){let{name:e,id:s,animated:o}=h.groups;return{name:e,url:`https://cdn.discordapp.com/emojis/${s}.${o?"gif":"png"}`}}}var ut=function(i,t,h,e,s,o){function r(_){if(_!==void 0&&typeof _!="function")throw new TypeError("Function expected");return _}for(var l=e.kind,m=l==="getter"?"get":l==="setter"?"set":"value",u=!t&&i?e.static?i:i.prototype:null,n=t||(u?Object.getOwnPropertyDescriptor(u,e.name):{}),a,g=!1,f=h.length-1;f>=0;f--){var z={};for(var p in e)z[p]=p==="access"?{}:e[p];for(var p in e.access)z.access[p]=e.access[p];z.addInitializer=function(_){if(g)throw new TypeError("Cannot add initializers after decoration has completed");o.push(r(_||null))};var d=(0,h[f])(l==="accessor"?{get:n.get,set:n.set}:n[m],z);if(l==="accessor"){if(d===void 0)continue;if(d===null||typeof d!="object")throw new TypeError("Object expected");(a=r(d.get))&&(n.get=a),(a=r(d.set))&&(n.set=a),(a=r(d.init))&&s.unshift(a)}else(a=r(d))&&(l==="field"?s.unshift(a):n[m]=a)}u&&Object.defineProperty(u,e.name,n),g=!0},F=function(i,t,h){for(var e=arguments.length>2,s=0;s<t.length;s++)h=e?t[s].call(i,h):t[s].call(i);return e?h:void 0},xr=(()=>{let i=[P("discord-custom-emoji")],t,h=[],e,s=k,o,r=[],l=[],m,u=[],n=[],a,g=[],f=[],z,p=[],d=[],_,w=[],H=[];var A=class extends s{static{e=this}static{let b=typeof Symbol=="function"&&Symbol.metadata?Object.create(s[Symbol.metadata]??null):void 0;o=[E()],m=[E()],a=[E({attribute:!1})],z=[E({type:Boolean,attribute:"embed-emoji"})],_=[E({type:Boolean,attribute:"jumbo"})],ut(this,null,o,{kind:"accessor",name:"name",static:!1,private:!1,access:{has:c=>"name"in c,get:c=>c.name,set:(c,V)=>{c.name=V}},metadata:b},r,l),ut(this,null,m,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:c=>"url"in c,get:c=>c.url,set:(c,V)=>{c.url=V}},metadata:b},u,n),ut(this,null,a,{kind:"accessor",name:"customEmojisMap",static:!1,private:!1,access:{has:c=>"customEmojisMap"in c,get:c=>c.customEmojisMap,set:(c,V)=>{c.customEmojisMap=V}},metadata:b},g,f),ut(this,null,z,{kind:"accessor",name:"embedEmoji",static:!1,private:!1,access:{has:c=>"embedEmoji"in c,get:c=>c.embedEmoji,set:(c,V)=>{c.embedEmoji=V}},metadata:b},p,d),ut(this,null,_,{kind:"accessor",name:"jumbo",static:!1,private:!1,access:{has:c=>"jumbo"in c,get:c=>c.jumbo,set:(c,V)=>{c.jumbo=V}},metadata:b},w,H),ut(null,t={value:e},i,{kind:"class",name:e.name,metadata:b},null,h),A=e=t.value,b&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:b})}static styles=S`
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
	`;#t=F(this,r,void 0);get name(){return this.#t}set name(b){this.#t=b}#e=(F(this,l),F(this,u,void 0));get url(){return this.#e}set url(b){this.#e=b}#i=(F(this,n),F(this,g,{}));get customEmojisMap(){return this.#i}set customEmojisMap(b){this.#i=b}#h=(F(this,f),F(this,p,void 0));get embedEmoji(){return this.#h}set embedEmoji(b){this.#h=b}#s=(F(this,d),F(this,w,void 0));get jumbo(){return this.#s}set jumbo(b){this.#s=b}willUpdate(){if(!this.url&&this.name){let b=pt(this.name)??this.customEmojisMap[this.name];b&&(this.url??=b.url??"",this.embedEmoji??=b.embedEmoji??!1)}}render(){let b=`:${this.name}:`;return v`<span
			class=${vt({"discord-embed-custom-emoji":this.embedEmoji,"discord-custom-emoji":!this.embedEmoji})}
			><img
				aria-label=${b}
				src=${R(this.url)}
				alt=${b}
				draggable="false"
				class=${vt({"discord-embed-custom-emoji-image":this.embedEmoji,"discord-custom-emoji-image":!this.embedEmoji,"discord-custom-jumbo-emoji-image":this.jumbo})}
		/></span> `}constructor(){super(...arguments),F(this,H)}static{F(e,h)}};return A=e})();var R8=y`
	<path
		fill="currentColor"
		d="M18.91 12.98a5.45 5.45 0 0 1 2.18 6.2c-.1.33-.09.68.1.96l.83 1.32a1 1 0 0 1-.84 1.54h-5.5A5.6 5.6 0 0 1 10 17.5a5.6 5.6 0 0 1 5.68-5.5c1.2 0 2.32.36 3.23.98Z"
	/>
	<path
		fill="currentColor"
		d="M19.24 10.86c.32.16.72-.02.74-.38L20 10c0-4.42-4.03-8-9-8s-9 3.58-9 8c0 1.5.47 2.91 1.28 4.11.14.21.12.49-.06.67l-1.51 1.51A1 1 0 0 0 2.4 18h5.1a.5.5 0 0 0 .49-.5c0-4.2 3.5-7.5 7.68-7.5 1.28 0 2.5.3 3.56.86Z"
	/>
`;function Ct(i={}){return v`<svg
		${x(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 20 20"
		xmlns="http://www.w3.org/2000/svg"
	>
		${R8}
	</svg>`}var I8=y`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M10.99 3.16A1 1 0 1 0 9 2.84L8.15 8H4a1 1 0 0 0 0 2h3.82l-.67 4H3a1 1 0 1 0 0 2h3.82l-.8 4.84a1 1 0 0 0 1.97.32L8.85 16h4.97l-.8 4.84a1 1 0 0 0 1.97.32l.86-5.16H20a1 1 0 1 0 0-2h-3.82l.67-4H21a1 1 0 1 0 0-2h-3.82l.8-4.84a1 1 0 1 0-1.97-.32L15.15 8h-4.97l.8-4.84ZM14.15 14l.67-4H9.85l-.67 4h4.97Z"
	/>
`;function Tt(i={}){return v`<svg
		${x(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${I8}
	</svg>`}var B8=y`
	<path
		fill="currentColor"
		d="M12 2.81a1 1 0 0 1 0-1.41l.36-.36a1 1 0 0 1 1.41 0l9.2 9.2a1 1 0 0 1 0 1.4l-.7.7a1 1 0 0 1-1.3.13l-9.54-6.72a1 1 0 0 1-.08-1.58l1-1L12 2.8ZM12 21.2a1 1 0 0 1 0 1.41l-.35.35a1 1 0 0 1-1.41 0l-9.2-9.19a1 1 0 0 1 0-1.41l.7-.7a1 1 0 0 1 1.3-.12l9.54 6.72a1 1 0 0 1 .07 1.58l-1 1 .35.36ZM15.66 16.8a1 1 0 0 1-1.38.28l-8.49-5.66A1 1 0 1 1 6.9 9.76l8.49 5.65a1 1 0 0 1 .27 1.39ZM17.1 14.25a1 1 0 1 0 1.11-1.66L9.73 6.93a1 1 0 0 0-1.11 1.66l8.49 5.66Z"
	/>
`;function At(i={}){return v`<svg
		${x(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${B8}
	</svg>`}var N8=y`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M6 9h1V6a5 5 0 0 1 10 0v3h1a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3v-8a3 3 0 0 1 3-3Zm9-3v3H9V6a3 3 0 1 1 6 0Zm-1 8a2 2 0 0 1-1 1.73V18a1 1 0 1 1-2 0v-2.27A2 2 0 1 1 14 14Z"
	/>
`;function kt(i={}){return v`<svg
		${x(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${N8}
	</svg>`}var L8=y`
	<path
		fill="currentColor"
		d="M12 3a1 1 0 0 0-1-1h-.06a1 1 0 0 0-.74.32L5.92 7H3a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h2.92l4.28 4.68a1 1 0 0 0 .74.32H11a1 1 0 0 0 1-1V3ZM15.1 20.75c-.58.14-1.1-.33-1.1-.92v-.03c0-.5.37-.92.85-1.05a7 7 0 0 0 0-13.5A1.11 1.11 0 0 1 14 4.2v-.03c0-.6.52-1.06 1.1-.92a9 9 0 0 1 0 17.5Z"
	/>
	<path
		fill="currentColor"
		d="M15.16 16.51c-.57.28-1.16-.2-1.16-.83v-.14c0-.43.28-.8.63-1.02a3 3 0 0 0 0-5.04c-.35-.23-.63-.6-.63-1.02v-.14c0-.63.59-1.1 1.16-.83a5 5 0 0 1 0 9.02Z"
	/>
`;function jt(i={}){return v`<svg
		${x(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${L8}
	</svg>`}var zt=function(i,t,h,e,s,o){function r(_){if(_!==void 0&&typeof _!="function")throw new TypeError("Function expected");return _}for(var l=e.kind,m=l==="getter"?"get":l==="setter"?"set":"value",u=!t&&i?e.static?i:i.prototype:null,n=t||(u?Object.getOwnPropertyDescriptor(u,e.name):{}),a,g=!1,f=h.length-1;f>=0;f--){var z={};for(var p in e)z[p]=p==="access"?{}:e[p];for(var p in e.access)z.access[p]=e.access[p];z.addInitializer=function(_){if(g)throw new TypeError("Cannot add initializers after decoration has completed");o.push(r(_||null))};var d=(0,h[f])(l==="accessor"?{get:n.get,set:n.set}:n[m],z);if(l==="accessor"){if(d===void 0)continue;if(d===null||typeof d!="object")throw new TypeError("Object expected");(a=r(d.get))&&(n.get=a),(a=r(d.set))&&(n.set=a),(a=r(d.init))&&s.unshift(a)}else(a=r(d))&&(l==="field"?s.unshift(a):n[m]=a)}u&&Object.defineProperty(u,e.name,n),g=!0},q=function(i,t,h){for(var e=arguments.length>2,s=0;s<t.length;s++)h=e?t[s].call(i,h):t[s].call(i);return e?h:void 0},K="light-theme",Ne="compact-mode",U8="no-background",Qr=(()=>{let i=[P("discord-messages")],t,h=[],e,s=k,o,r=[],l=[],m,u=[],n=[],a,g=[],f=[],z,p=[],d=[],_,w=[],H=[];var A=class extends s{static{e=this}static{let b=typeof Symbol=="function"&&Symbol.metadata?Object.create(s[Symbol.metadata]??null):void 0;o=[Vt({context:K}),E({type:Boolean,reflect:!0,attribute:"light-theme"})],m=[Vt({context:U8}),E({type:Boolean,reflect:!0,attribute:"no-background"})],a=[Vt({context:Ne}),E({type:Boolean,reflect:!0,attribute:"compact-mode"})],z=[E({reflect:!0,attribute:"channel-type"})],_=[E({reflect:!0,attribute:"channel-name"})],zt(this,null,o,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:c=>"lightTheme"in c,get:c=>c.lightTheme,set:(c,V)=>{c.lightTheme=V}},metadata:b},r,l),zt(this,null,m,{kind:"accessor",name:"noBackground",static:!1,private:!1,access:{has:c=>"noBackground"in c,get:c=>c.noBackground,set:(c,V)=>{c.noBackground=V}},metadata:b},u,n),zt(this,null,a,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:c=>"compactMode"in c,get:c=>c.compactMode,set:(c,V)=>{c.compactMode=V}},metadata:b},g,f),zt(this,null,z,{kind:"accessor",name:"channelType",static:!1,private:!1,access:{has:c=>"channelType"in c,get:c=>c.channelType,set:(c,V)=>{c.channelType=V}},metadata:b},p,d),zt(this,null,_,{kind:"accessor",name:"channelName",static:!1,private:!1,access:{has:c=>"channelName"in c,get:c=>c.channelName,set:(c,V)=>{c.channelName=V}},metadata:b},w,H),zt(null,t={value:e},i,{kind:"class",name:e.name,metadata:b},null,h),A=e=t.value,b&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:b})}static styles=S`
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
	`;#t=q(this,r,!1);get lightTheme(){return this.#t}set lightTheme(b){this.#t=b}#e=(q(this,l),q(this,u,!1));get noBackground(){return this.#e}set noBackground(b){this.#e=b}#i=(q(this,n),q(this,g,!1));get compactMode(){return this.#i}set compactMode(b){this.#i=b}#h=(q(this,f),q(this,p,void 0));get channelType(){return this.#h}set channelType(b){this.#h=b}#s=(q(this,d),q(this,w,void 0));get channelName(){return this.#s}set channelName(b){this.#s=b}connectedCallback(){super.connectedCallback(),(this.lightTheme||A3==="light"&&this.lightTheme)&&(this.lightTheme=!0),(this.compactMode||k3==="compact"&&this.compactMode)&&(this.compactMode=!0),(this.noBackground||j3==="none"&&this.noBackground)&&(this.noBackground=!0)}render(){let b;switch(this.channelType){case"text":b=v`${Tt()}`;break;case"voice":b=v`${jt()}`;break;case"locked":b=v`${kt()}`;break;case"thread":b=v`${At()}`;break;case"forum":b=v`${Ct()}`;break}return v`
			${O(this.channelType&&this.channelName,()=>v`<div class="discord-channel-header">
						<div class="discord-channel-icon">${b}</div>
						<div class="discord-channel-name">${this.channelName}</div>
					</div>`)}
			<slot></slot>
		`}constructor(){super(...arguments),q(this,H)}static{q(e,h)}};return A=e})();var L=function(i,t,h,e,s,o){function r(_){if(_!==void 0&&typeof _!="function")throw new TypeError("Function expected");return _}for(var l=e.kind,m=l==="getter"?"get":l==="setter"?"set":"value",u=!t&&i?e.static?i:i.prototype:null,n=t||(u?Object.getOwnPropertyDescriptor(u,e.name):{}),a,g=!1,f=h.length-1;f>=0;f--){var z={};for(var p in e)z[p]=p==="access"?{}:e[p];for(var p in e.access)z.access[p]=e.access[p];z.addInitializer=function(_){if(g)throw new TypeError("Cannot add initializers after decoration has completed");o.push(r(_||null))};var d=(0,h[f])(l==="accessor"?{get:n.get,set:n.set}:n[m],z);if(l==="accessor"){if(d===void 0)continue;if(d===null||typeof d!="object")throw new TypeError("Object expected");(a=r(d.get))&&(n.get=a),(a=r(d.set))&&(n.set=a),(a=r(d.init))&&s.unshift(a)}else(a=r(d))&&(l==="field"?s.unshift(a):n[m]=a)}u&&Object.defineProperty(u,e.name,n),g=!0},j=function(i,t,h){for(var e=arguments.length>2,s=0;s<t.length;s++)h=e?t[s].call(i,h):t[s].call(i);return e?h:void 0},F8=(()=>{let i=[P("discord-embed")],t,h=[],e,s=k,o,r=[],l=[],m,u=[],n=[],a,g=[],f=[],z,p=[],d=[],_,w=[],H=[],A,b=[],c=[],V,Q=[],at=[],lt,Ge=[],We=[],Ke,Ye=[],Je=[],Qe,Xe=[],t3=[],e3,i3=[],h3=[],s3,r3=[],o3=[];var a3=class extends s{static{e=this}static{let $=typeof Symbol=="function"&&Symbol.metadata?Object.create(s[Symbol.metadata]??null):void 0;o=[E()],m=[E({attribute:"author-name"})],a=[E({attribute:"author-image"})],z=[E({attribute:"author-url"})],_=[E({attribute:"embed-title"})],A=[E({attribute:!1})],V=[E()],lt=[E()],Ke=[E()],Qe=[E()],e3=[E()],s3=[U({context:K,subscribe:!0}),E({type:Boolean,reflect:!0,attribute:"light-theme"})],L(this,null,o,{kind:"accessor",name:"color",static:!1,private:!1,access:{has:M=>"color"in M,get:M=>M.color,set:(M,C)=>{M.color=C}},metadata:$},r,l),L(this,null,m,{kind:"accessor",name:"authorName",static:!1,private:!1,access:{has:M=>"authorName"in M,get:M=>M.authorName,set:(M,C)=>{M.authorName=C}},metadata:$},u,n),L(this,null,a,{kind:"accessor",name:"authorImage",static:!1,private:!1,access:{has:M=>"authorImage"in M,get:M=>M.authorImage,set:(M,C)=>{M.authorImage=C}},metadata:$},g,f),L(this,null,z,{kind:"accessor",name:"authorUrl",static:!1,private:!1,access:{has:M=>"authorUrl"in M,get:M=>M.authorUrl,set:(M,C)=>{M.authorUrl=C}},metadata:$},p,d),L(this,null,_,{kind:"accessor",name:"embedTitle",static:!1,private:!1,access:{has:M=>"embedTitle"in M,get:M=>M.embedTitle,set:(M,C)=>{M.embedTitle=C}},metadata:$},w,H),L(this,null,A,{kind:"accessor",name:"embedEmojisMap",static:!1,private:!1,access:{has:M=>"embedEmojisMap"in M,get:M=>M.embedEmojisMap,set:(M,C)=>{M.embedEmojisMap=C}},metadata:$},b,c),L(this,null,V,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:M=>"url"in M,get:M=>M.url,set:(M,C)=>{M.url=C}},metadata:$},Q,at),L(this,null,lt,{kind:"accessor",name:"thumbnail",static:!1,private:!1,access:{has:M=>"thumbnail"in M,get:M=>M.thumbnail,set:(M,C)=>{M.thumbnail=C}},metadata:$},Ge,We),L(this,null,Ke,{kind:"accessor",name:"image",static:!1,private:!1,access:{has:M=>"image"in M,get:M=>M.image,set:(M,C)=>{M.image=C}},metadata:$},Ye,Je),L(this,null,Qe,{kind:"accessor",name:"video",static:!1,private:!1,access:{has:M=>"video"in M,get:M=>M.video,set:(M,C)=>{M.video=C}},metadata:$},Xe,t3),L(this,null,e3,{kind:"accessor",name:"provider",static:!1,private:!1,access:{has:M=>"provider"in M,get:M=>M.provider,set:(M,C)=>{M.provider=C}},metadata:$},i3,h3),L(this,null,s3,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:M=>"lightTheme"in M,get:M=>M.lightTheme,set:(M,C)=>{M.lightTheme=C}},metadata:$},r3,o3),L(null,t={value:e},i,{kind:"class",name:e.name,metadata:$},null,h),a3=e=t.value,$&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:$})}static styles=S`
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
	`;#t=j(this,r,void 0);get color(){return this.#t}set color($){this.#t=$}#e=(j(this,l),j(this,u,void 0));get authorName(){return this.#e}set authorName($){this.#e=$}#i=(j(this,n),j(this,g,void 0));get authorImage(){return this.#i}set authorImage($){this.#i=$}#h=(j(this,f),j(this,p,void 0));get authorUrl(){return this.#h}set authorUrl($){this.#h=$}#s=(j(this,d),j(this,w,void 0));get embedTitle(){return this.#s}set embedTitle($){this.#s=$}#r=(j(this,H),j(this,b,{}));get embedEmojisMap(){return this.#r}set embedEmojisMap($){this.#r=$}#o=(j(this,c),j(this,Q,void 0));get url(){return this.#o}set url($){this.#o=$}#a=(j(this,at),j(this,Ge,void 0));get thumbnail(){return this.#a}set thumbnail($){this.#a=$}#l=(j(this,We),j(this,Ye,void 0));get image(){return this.#l}set image($){this.#l=$}#n=(j(this,Je),j(this,Xe,void 0));get video(){return this.#n}set video($){this.#n=$}#v=(j(this,t3),j(this,i3,void 0));get provider(){return this.#v}set provider($){this.#v=$}#m=(j(this,h3),j(this,r3,!1));get lightTheme(){return this.#m}set lightTheme($){this.#m=$}render(){let $=this.parseTitle(this.authorName),M=this.parseTitle(this.embedTitle);return v`<div style=${De({"background-color":this.color})} class="discord-left-border"></div>
			<div class="discord-embed-root">
				<div class="discord-embed-wrapper">
					<div class="discord-embed-grid">
						${O(this.provider,()=>v`<div class="discord-embed-provider">${this.provider}</div>`)}
						${O($,()=>v`<div class="discord-embed-author">
									${O(this.authorImage,()=>v`<img src=${R(this.authorImage)} alt="" class="discord-author-image" />`)}
									${O(this.authorUrl,()=>v`<a
												href=${R(this.authorUrl)}
												target="_blank"
												rel="noopener noreferrer"
												class="discord-embed-author-block"
											>
												<span class="discord-embed-author-block">${$}</span>
											</a>`,()=>v`<span class="discord-embed-author-block">${$}</span>`)}
								</div>`)}
						${O(M,()=>v`<div class="discord-embed-title">
									${this.url?v`<a href="${this.url}" target="_blank" rel="noopener noreferrer"> ${M} </a>`:v`${M}`}
								</div>`)}
						<slot name="description"></slot>
						<slot name="fields"></slot>
						${O(this.image||this.video,()=>v`<div class=${vt({"discord-embed-media":!0,"discord-embed-media-video":!!this.video})}>
									${this.renderMedia()}
								</div>`)}
						${O(this.thumbnail,()=>v`<img src=${R(this.thumbnail)} alt="" class="discord-embed-thumbnail" />`)}
						<slot name="footer"></slot>
					</div>
				</div>
			</div>`}renderMedia(){return this.video?v`
				<video
					controls
					muted
					preload="none"
					poster=${R(this.image)}
					src=${R(this.video)}
					height="225"
					width="400"
					class="discord-embed-video"
				>
					<img src=${R(this.image)} alt="Discord embed media" class="discord-embed-image" />
				</video>
			`:this.image?v`<img src=${R(this.image)} alt="Discord embed media" class="discord-embed-image" />`:null}parseTitle($){if(!$)return null;let M=[],C="";for(let bt of $.split(`
`)){for(let He of bt.split(" ")){let ye=pt(He)??this.embedEmojisMap[He]??{};ye.name?M.push(v`<discord-custom-emoji name=${ye.name} url=${R(ye.url)} embed-emoji></discord-custom-emoji>`):C+=`${He} `,C===" "&&M.push(v`<br />`)}M.push(C),C=""}return M.map(bt=>typeof bt=="string"?v`<span>${bt}</span>`:bt)}constructor(){super(...arguments),j(this,o3)}static{j(e,h)}};return a3=e})();var q8=function(i,t,h,e,s,o){function r(_){if(_!==void 0&&typeof _!="function")throw new TypeError("Function expected");return _}for(var l=e.kind,m=l==="getter"?"get":l==="setter"?"set":"value",u=!t&&i?e.static?i:i.prototype:null,n=t||(u?Object.getOwnPropertyDescriptor(u,e.name):{}),a,g=!1,f=h.length-1;f>=0;f--){var z={};for(var p in e)z[p]=p==="access"?{}:e[p];for(var p in e.access)z.access[p]=e.access[p];z.addInitializer=function(_){if(g)throw new TypeError("Cannot add initializers after decoration has completed");o.push(r(_||null))};var d=(0,h[f])(l==="accessor"?{get:n.get,set:n.set}:n[m],z);if(l==="accessor"){if(d===void 0)continue;if(d===null||typeof d!="object")throw new TypeError("Object expected");(a=r(d.get))&&(n.get=a),(a=r(d.set))&&(n.set=a),(a=r(d.init))&&s.unshift(a)}else(a=r(d))&&(l==="field"?s.unshift(a):n[m]=a)}u&&Object.defineProperty(u,e.name,n),g=!0},Z8=function(i,t,h){for(var e=arguments.length>2,s=0;s<t.length;s++)h=e?t[s].call(i,h):t[s].call(i);return e?h:void 0},G8=(()=>{let i=[P("discord-embed-description")],t,h=[],e,s=k;var o=class extends s{static{e=this}static{let r=typeof Symbol=="function"&&Symbol.metadata?Object.create(s[Symbol.metadata]??null):void 0;q8(null,t={value:e},i,{kind:"class",name:e.name,metadata:r},null,h),o=e=t.value,r&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:r})}static styles=S`
		:host {
			font-size: 0.875rem;
			font-weight: 400;
			grid-column: 1/1;
			line-height: 1.125rem;
			margin-top: 8px;
			min-width: 0;
		}
	`;render(){return v`<slot></slot>`}static{Z8(e,h)}};return o=e})();var gt=function(i,t,h,e,s,o){function r(_){if(_!==void 0&&typeof _!="function")throw new TypeError("Function expected");return _}for(var l=e.kind,m=l==="getter"?"get":l==="setter"?"set":"value",u=!t&&i?e.static?i:i.prototype:null,n=t||(u?Object.getOwnPropertyDescriptor(u,e.name):{}),a,g=!1,f=h.length-1;f>=0;f--){var z={};for(var p in e)z[p]=p==="access"?{}:e[p];for(var p in e.access)z.access[p]=e.access[p];z.addInitializer=function(_){if(g)throw new TypeError("Cannot add initializers after decoration has completed");o.push(r(_||null))};var d=(0,h[f])(l==="accessor"?{get:n.get,set:n.set}:n[m],z);if(l==="accessor"){if(d===void 0)continue;if(d===null||typeof d!="object")throw new TypeError("Object expected");(a=r(d.get))&&(n.get=a),(a=r(d.set))&&(n.set=a),(a=r(d.init))&&s.unshift(a)}else(a=r(d))&&(l==="field"?s.unshift(a):n[m]=a)}u&&Object.defineProperty(u,e.name,n),g=!0},Z=function(i,t,h){for(var e=arguments.length>2,s=0;s<t.length;s++)h=e?t[s].call(i,h):t[s].call(i);return e?h:void 0},W8=(()=>{let i=[P("discord-embed-field")],t,h=[],e,s=k,o,r=[],l=[],m,u=[],n=[],a,g=[],f=[],z,p=[],d=[],_,w=[],H=[];var A=class extends s{static{e=this}static{let b=typeof Symbol=="function"&&Symbol.metadata?Object.create(s[Symbol.metadata]??null):void 0;o=[E({reflect:!0,attribute:"field-title"})],m=[E({attribute:!1})],a=[E({type:Boolean,reflect:!0,attribute:"inline"})],z=[E({type:Number,reflect:!0,attribute:"inline-index"})],_=[U({context:K,subscribe:!0}),E({type:Boolean,reflect:!0,attribute:"light-theme"})],gt(this,null,o,{kind:"accessor",name:"fieldTitle",static:!1,private:!1,access:{has:c=>"fieldTitle"in c,get:c=>c.fieldTitle,set:(c,V)=>{c.fieldTitle=V}},metadata:b},r,l),gt(this,null,m,{kind:"accessor",name:"embedFieldEmojisMap",static:!1,private:!1,access:{has:c=>"embedFieldEmojisMap"in c,get:c=>c.embedFieldEmojisMap,set:(c,V)=>{c.embedFieldEmojisMap=V}},metadata:b},u,n),gt(this,null,a,{kind:"accessor",name:"inline",static:!1,private:!1,access:{has:c=>"inline"in c,get:c=>c.inline,set:(c,V)=>{c.inline=V}},metadata:b},g,f),gt(this,null,z,{kind:"accessor",name:"inlineIndex",static:!1,private:!1,access:{has:c=>"inlineIndex"in c,get:c=>c.inlineIndex,set:(c,V)=>{c.inlineIndex=V}},metadata:b},p,d),gt(this,null,_,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:c=>"lightTheme"in c,get:c=>c.lightTheme,set:(c,V)=>{c.lightTheme=V}},metadata:b},w,H),gt(null,t={value:e},i,{kind:"class",name:e.name,metadata:b},null,h),A=e=t.value,b&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:b})}static styles=S`
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
	`;#t=Z(this,r,void 0);get fieldTitle(){return this.#t}set fieldTitle(b){this.#t=b}#e=(Z(this,l),Z(this,u,{}));get embedFieldEmojisMap(){return this.#e}set embedFieldEmojisMap(b){this.#e=b}#i=(Z(this,n),Z(this,g,!1));get inline(){return this.#i}set inline(b){this.#i=b}#h=(Z(this,f),Z(this,p,void 0));get inlineIndex(){return this.#h}set inlineIndex(b){this.#h=b}#s=(Z(this,d),Z(this,w,!1));get lightTheme(){return this.#s}set lightTheme(b){this.#s=b}validInlineIndices=(Z(this,H),new Set([1,2,3]));checkInlineIndex(){if(this.inlineIndex){let b=Number(this.inlineIndex);if(!Number.isNaN(b)&&!this.validInlineIndices.has(b))throw new RangeError("DiscordEmbedField `inlineIndex` prop must be one of: 1, 2, or 3")}}render(){this.checkInlineIndex();let b=this.parseTitle(this.fieldTitle),c=O(b,()=>v`<div class="discord-field-title">${[...b]}</div>`);return v`${c}<slot></slot>`}parseTitle(b){if(!b)return null;let c=[],V="";for(let Q of b.split(`
`)){for(let at of Q.split(" ")){let lt=pt(at)??this.embedFieldEmojisMap[at]??{};lt.name?c.push(v`<discord-custom-emoji name=${lt.name} url=${R(lt.url)} embed-emoji></discord-custom-emoji>`):V+=`${at} `,V===" "&&c.push(v`<br />`)}c.push(V),V=""}return c.map(Q=>typeof Q=="string"?v`<span>${Q}</span>`:Q)}static{Z(e,h)}};return A=e})();var K8=function(i,t,h,e,s,o){function r(_){if(_!==void 0&&typeof _!="function")throw new TypeError("Function expected");return _}for(var l=e.kind,m=l==="getter"?"get":l==="setter"?"set":"value",u=!t&&i?e.static?i:i.prototype:null,n=t||(u?Object.getOwnPropertyDescriptor(u,e.name):{}),a,g=!1,f=h.length-1;f>=0;f--){var z={};for(var p in e)z[p]=p==="access"?{}:e[p];for(var p in e.access)z.access[p]=e.access[p];z.addInitializer=function(_){if(g)throw new TypeError("Cannot add initializers after decoration has completed");o.push(r(_||null))};var d=(0,h[f])(l==="accessor"?{get:n.get,set:n.set}:n[m],z);if(l==="accessor"){if(d===void 0)continue;if(d===null||typeof d!="object")throw new TypeError("Object expected");(a=r(d.get))&&(n.get=a),(a=r(d.set))&&(n.set=a),(a=r(d.init))&&s.unshift(a)}else(a=r(d))&&(l==="field"?s.unshift(a):n[m]=a)}u&&Object.defineProperty(u,e.name,n),g=!0},Y8=function(i,t,h){for(var e=arguments.length>2,s=0;s<t.length;s++)h=e?t[s].call(i,h):t[s].call(i);return e?h:void 0},J8=(()=>{let i=[P("discord-embed-fields")],t,h=[],e,s=k;var o=class extends s{static{e=this}static{let r=typeof Symbol=="function"&&Symbol.metadata?Object.create(s[Symbol.metadata]??null):void 0;K8(null,t={value:e},i,{kind:"class",name:e.name,metadata:r},null,h),o=e=t.value,r&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:r})}static styles=S`
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
	`;render(){return v`<slot></slot>`}static{Y8(e,h)}};return o=e})();var St=function(i,t,h,e,s,o){function r(_){if(_!==void 0&&typeof _!="function")throw new TypeError("Function expected");return _}for(var l=e.kind,m=l==="getter"?"get":l==="setter"?"set":"value",u=!t&&i?e.static?i:i.prototype:null,n=t||(u?Object.getOwnPropertyDescriptor(u,e.name):{}),a,g=!1,f=h.length-1;f>=0;f--){var z={};for(var p in e)z[p]=p==="access"?{}:e[p];for(var p in e.access)z.access[p]=e.access[p];z.addInitializer=function(_){if(g)throw new TypeError("Cannot add initializers after decoration has completed");o.push(r(_||null))};var d=(0,h[f])(l==="accessor"?{get:n.get,set:n.set}:n[m],z);if(l==="accessor"){if(d===void 0)continue;if(d===null||typeof d!="object")throw new TypeError("Object expected");(a=r(d.get))&&(n.get=a),(a=r(d.set))&&(n.set=a),(a=r(d.init))&&s.unshift(a)}else(a=r(d))&&(l==="field"?s.unshift(a):n[m]=a)}u&&Object.defineProperty(u,e.name,n),g=!0},Y=function(i,t,h){for(var e=arguments.length>2,s=0;s<t.length;s++)h=e?t[s].call(i,h):t[s].call(i);return e?h:void 0},Q8=(()=>{let i=[P("discord-embed-footer")],t,h=[],e,s=k,o,r=[],l=[],m,u=[],n=[],a,g=[],f=[],z,p=[],d=[];var _=class extends s{static{e=this}static{let w=typeof Symbol=="function"&&Symbol.metadata?Object.create(s[Symbol.metadata]??null):void 0;o=[E({attribute:"footer-image"})],m=[E({attribute:"footer-image-alt"})],a=[E({type:String,reflect:!0,converter:H=>Be(H),attribute:!0})],z=[U({context:K,subscribe:!0}),E({type:Boolean,reflect:!0,attribute:"light-theme"})],St(this,null,o,{kind:"accessor",name:"footerImage",static:!1,private:!1,access:{has:H=>"footerImage"in H,get:H=>H.footerImage,set:(H,A)=>{H.footerImage=A}},metadata:w},r,l),St(this,null,m,{kind:"accessor",name:"footerImageAlt",static:!1,private:!1,access:{has:H=>"footerImageAlt"in H,get:H=>H.footerImageAlt,set:(H,A)=>{H.footerImageAlt=A}},metadata:w},u,n),St(this,null,a,{kind:"accessor",name:"timestamp",static:!1,private:!1,access:{has:H=>"timestamp"in H,get:H=>H.timestamp,set:(H,A)=>{H.timestamp=A}},metadata:w},g,f),St(this,null,z,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:H=>"lightTheme"in H,get:H=>H.lightTheme,set:(H,A)=>{H.lightTheme=A}},metadata:w},p,d),St(null,t={value:e},i,{kind:"class",name:e.name,metadata:w},null,h),_=e=t.value,w&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:w})}static styles=S`
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
	`;#t=Y(this,r,void 0);get footerImage(){return this.#t}set footerImage(w){this.#t=w}#e=(Y(this,l),Y(this,u,void 0));get footerImageAlt(){return this.#e}set footerImageAlt(w){this.#e=w}#i=(Y(this,n),Y(this,g,void 0));get timestamp(){return this.#i}set timestamp(w){this.#i=w}#h=(Y(this,f),Y(this,p,!1));get lightTheme(){return this.#h}set lightTheme(w){this.#h=w}updateTimestamp(w){w&&!Number.isNaN(new Date(w).getTime())&&(this.timestamp=Be(w))}render(){return this.updateTimestamp(this.timestamp),v`${O(this.footerImage,()=>v`<img src=${R(this.footerImage)} alt=${R(this.footerImageAlt)} class="discord-footer-image" />`)}
			<slot></slot>
			${O(this.timestamp,()=>v`<span class="discord-footer-separator">&bull;</span>`)}
			${O(this.timestamp,()=>` ${this.timestamp}`,()=>null)}`}constructor(){super(...arguments),Y(this,d)}static{Y(e,h)}};return _=e})();var S3=(i,t,h)=>{for(let e of t)if(e[0]===i)return(0,e[1])();return h?.()};function X8(i){return i.startsWith("#")?i.slice(1):i}function ti(i){let t=i.length===3||i.length===4,h=t?`${i.slice(0,1)}${i.slice(0,1)}`:i.slice(0,2),e=t?`${i.slice(1,2)}${i.slice(1,2)}`:i.slice(2,4),s=t?`${i.slice(2,3)}${i.slice(2,3)}`:i.slice(4,6),o=(t?`${i.slice(3,4)}${i.slice(3,4)}`:i.slice(6,8))||"ff";return{r:h,g:e,b:s,a:o}}function _e(i){return Number.parseInt(i,16)}function ei({r:i,g:t,b:h,a:e}){return{r:_e(i),g:_e(t),b:_e(h),a:Number((_e(e)/255).toFixed(2))}}function ii(i){return typeof i=="number"||typeof i=="string"&&Number.isFinite(Number(i))}function hi(i,t){let{r:h,g:e,b:s,a:o}=i,r=ii(t)?t:o;return`rgba(${h}, ${e}, ${s}, ${r})`}function Me(i,t){let h=X8(i),e=ti(h),s=ei(e);return hi(s,t)}var si=y`
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
`;function Le(i={}){return v`<svg
		${x(i)}
		class="discord-mention-icon"
		aria-label="Browse Channels"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${si}
	</svg>`}var ri=y`
	<path
		fill="currentColor"
		d="M21.487 5.126L12.487 0.126C12.184 -0.042 11.818 -0.042 11.515 0.126L2.51498 5.126C2.19798 5.302 2.00098 5.636 2.00098 5.999C2.00098 6.693 2.11498 22.999 12.001 22.999C21.887 22.999 22.001 6.693 22.001 5.999C22.001 5.636 21.804 5.302 21.487 5.126ZM12.001 5.999C13.382 5.999 14.501 7.118 14.501 8.499C14.501 9.88 13.382 10.999 12.001 10.999C10.62 10.999 9.50098 9.88 9.50098 8.499C9.50098 7.118 10.62 5.999 12.001 5.999ZM8.25098 16C8.25098 13.699 9.69998 12.25 12.001 12.25C14.302 12.25 15.751 13.699 15.751 16H8.25098Z"
	/>
`;function Ue(i={}){return v`<svg
		${x(i)}
		class="discord-mention-icon"
		aria-label="Customise Community"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ri}
	</svg>`}var oi=y`
	<path
		d="M11 3a1 1 0 1 1 2 0v2h5.75c.16 0 .3.07.4.2l2.63 3.5a.5.5 0 0 1 0 .6l-2.63 3.5a.5.5 0 0 1-.4.2H13v5h2a2 2 0 0 1 2 2v1a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-1c0-1.1.9-2 2-2h2v-5H2.8a.5.5 0 0 1-.44-.72L3.9 9.22a.5.5 0 0 0 0-.44L2.36 5.72A.5.5 0 0 1 2.81 5H11V3Z"
		fill="currentColor"
	/>
`;function Fe(i={}){return v`<svg
		${x(i)}
		class="discord-mention-icon"
		aria-label="Server Guide"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${oi}
	</svg>`}var Dt=function(i,t,h,e,s,o){function r(_){if(_!==void 0&&typeof _!="function")throw new TypeError("Function expected");return _}for(var l=e.kind,m=l==="getter"?"get":l==="setter"?"set":"value",u=!t&&i?e.static?i:i.prototype:null,n=t||(u?Object.getOwnPropertyDescriptor(u,e.name):{}),a,g=!1,f=h.length-1;f>=0;f--){var z={};for(var p in e)z[p]=p==="access"?{}:e[p];for(var p in e.access)z.access[p]=e.access[p];z.addInitializer=function(_){if(g)throw new TypeError("Cannot add initializers after decoration has completed");o.push(r(_||null))};var d=(0,h[f])(l==="accessor"?{get:n.get,set:n.set}:n[m],z);if(l==="accessor"){if(d===void 0)continue;if(d===null||typeof d!="object")throw new TypeError("Object expected");(a=r(d.get))&&(n.get=a),(a=r(d.set))&&(n.set=a),(a=r(d.init))&&s.unshift(a)}else(a=r(d))&&(l==="field"?s.unshift(a):n[m]=a)}u&&Object.defineProperty(u,e.name,n),g=!0},J=function(i,t,h){for(var e=arguments.length>2,s=0;s<t.length;s++)h=e?t[s].call(i,h):t[s].call(i);return e?h:void 0},ai=(()=>{let i=[P("discord-mention")],t,h=[],e,s=k,o,r=[],l=[],m,u=[],n=[],a,g=[],f=[],z,p=[],d=[];var _=class extends s{static{e=this}static{let w=typeof Symbol=="function"&&Symbol.metadata?Object.create(s[Symbol.metadata]??null):void 0;o=[E({type:Boolean,reflect:!0})],m=[E({reflect:!0})],a=[E({reflect:!0})],z=[U({context:K,subscribe:!0}),E({type:Boolean,reflect:!0,attribute:"light-theme"})],Dt(this,null,o,{kind:"accessor",name:"highlight",static:!1,private:!1,access:{has:H=>"highlight"in H,get:H=>H.highlight,set:(H,A)=>{H.highlight=A}},metadata:w},r,l),Dt(this,null,m,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:H=>"type"in H,get:H=>H.type,set:(H,A)=>{H.type=A}},metadata:w},u,n),Dt(this,null,a,{kind:"accessor",name:"color",static:!1,private:!1,access:{has:H=>"color"in H,get:H=>H.color,set:(H,A)=>{H.color=A}},metadata:w},g,f),Dt(this,null,z,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:H=>"lightTheme"in H,get:H=>H.lightTheme,set:(H,A)=>{H.lightTheme=A}},metadata:w},p,d),Dt(null,t={value:e},i,{kind:"class",name:e.name,metadata:w},null,h),_=e=t.value,w&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:w})}static styles=S`
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
	`;#t=J(this,r,!1);get highlight(){return this.#t}set highlight(w){this.#t=w}#e=(J(this,l),J(this,u,"user"));get type(){return this.#e}set type(w){this.#e=w}#i=(J(this,n),J(this,g,void 0));get color(){return this.#i}set color(w){this.#i=w}setHoverColor=(J(this,f),()=>{this.color&&(this.style.backgroundColor=Me(this.color,.3))});resetHoverColor=()=>{this.color&&(this.style.backgroundColor=Me(this.color,.1))};#h=J(this,p,!1);get lightTheme(){return this.#h}set lightTheme(w){this.#h=w}connectedCallback(){super.connectedCallback(),this.color&&this.type==="role"&&(this.addEventListener("mouseover",this.setHoverColor),this.addEventListener("mouseout",this.resetHoverColor))}disconnectedCallback(){this.removeEventListener("mouseover",this.setHoverColor),this.removeEventListener("mouseout",this.resetHoverColor),super.disconnectedCallback()}willUpdate(){this.color&&(this.style.color=this.color,this.type==="role"&&(this.style.backgroundColor=Me(this.color,.1)))}render(){return v`<span class="no-wrap"
				>${S3(this.type,[["channel",()=>Tt()],["user",()=>v`@`],["role",()=>v`@`],["voice",()=>jt()],["locked",()=>kt()],["thread",()=>At()],["forum",()=>Ct()],["server-guide",()=>Fe()],["channels-and-roles",()=>Le()],["customize-community",()=>Ue()],["slash",()=>v`/`]])}</span
			><slot></slot>`}constructor(){super(...arguments),J(this,d)}static{J(e,h)}};return _=e})();var li=y`
	<path d="M7.4,11.17,4,8.62,5,7.26l2,1.53L10.64,4l1.36,1Z" fill="currentColor" />
`;function qe(i={}){return v`<svg
		${x(i)}
		class="discord-application-tag-verified"
		aria-label="Verified App"
		aria-hidden="false"
		width="16"
		height="16"
		viewBox="0 0 16 15.2"
		xmlns="http://www.w3.org/2000/svg"
	>
		${li}
	</svg>`}var Ze=function(i,t,h,e,s,o){function r(_){if(_!==void 0&&typeof _!="function")throw new TypeError("Function expected");return _}for(var l=e.kind,m=l==="getter"?"get":l==="setter"?"set":"value",u=!t&&i?e.static?i:i.prototype:null,n=t||(u?Object.getOwnPropertyDescriptor(u,e.name):{}),a,g=!1,f=h.length-1;f>=0;f--){var z={};for(var p in e)z[p]=p==="access"?{}:e[p];for(var p in e.access)z.access[p]=e.access[p];z.addInitializer=function(_){if(g)throw new TypeError("Cannot add initializers after decoration has completed");o.push(r(_||null))};var d=(0,h[f])(l==="accessor"?{get:n.get,set:n.set}:n[m],z);if(l==="accessor"){if(d===void 0)continue;if(d===null||typeof d!="object")throw new TypeError("Object expected");(a=r(d.get))&&(n.get=a),(a=r(d.set))&&(n.set=a),(a=r(d.init))&&s.unshift(a)}else(a=r(d))&&(l==="field"?s.unshift(a):n[m]=a)}u&&Object.defineProperty(u,e.name,n),g=!0},Pt=function(i,t,h){for(var e=arguments.length>2,s=0;s<t.length;s++)h=e?t[s].call(i,h):t[s].call(i);return e?h:void 0},ni=(()=>{let i=[P("discord-verified-author-tag")],t,h=[],e,s=k,o,r=[],l=[],m,u=[],n=[];var a=class extends s{static{e=this}static{let g=typeof Symbol=="function"&&Symbol.metadata?Object.create(s[Symbol.metadata]??null):void 0;o=[E({type:Boolean})],m=[U({context:Ne}),E({type:Boolean,reflect:!0,attribute:"compact-mode"})],Ze(this,null,o,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:f=>"verified"in f,get:f=>f.verified,set:(f,z)=>{f.verified=z}},metadata:g},r,l),Ze(this,null,m,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:f=>"compactMode"in f,get:f=>f.compactMode,set:(f,z)=>{f.compactMode=z}},metadata:g},u,n),Ze(null,t={value:e},i,{kind:"class",name:e.name,metadata:g},null,h),a=e=t.value,g&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:g})}static styles=S`
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
	`;#t=Pt(this,r,!1);get verified(){return this.#t}set verified(g){this.#t=g}#e=(Pt(this,l),Pt(this,u,!1));get compactMode(){return this.#e}set compactMode(g){this.#e=g}render(){return v`${O(this.verified,()=>qe())}App`}constructor(){super(...arguments),Pt(this,n)}static{Pt(e,h)}};return a=e})();export{a8 as DiscordAttachments,F8 as DiscordEmbed,G8 as DiscordEmbedDescription,W8 as DiscordEmbedField,J8 as DiscordEmbedFields,Q8 as DiscordEmbedFooter,ai as DiscordMention,ni as DiscordVerifiedAuthorTag,vt as classMap,G3 as guard,v as html,R as ifDefined,Y3 as live,T as nothing,t8 as ref,ke as render,e8 as repeat,De as styleMap,y as svg};
