<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>No tunnel is set up.</source>
        <translation>No hay ningún túnel configurado.</translation>
    </message>
    <message>
        <source>Without one the webhook is reached only where something else leads here.</source>
        <translation>Sin él, al webhook solo se llega si otra cosa conduce hasta aquí.</translation>
    </message>
    <message>
        <source>The tunnel is starting.</source>
        <translation>El túnel se está iniciando.</translation>
    </message>
    <message>
        <source>The public address leads to this program.</source>
        <translation>La dirección pública conduce a este programa.</translation>
    </message>
    <message>
        <source>The tunnel runs, and its way was not tested.</source>
        <translation>El túnel funciona, pero el camino no se ha probado.</translation>
    </message>
    <message>
        <source>Store the webhook secret of an account: with it the program can ask the public address for itself.</source>
        <translation>Guarde el secreto del webhook de una cuenta: con él el programa puede preguntar por sí mismo en la dirección pública.</translation>
    </message>
    <message>
        <source>The program of the tunnel is not on this computer.</source>
        <translation>El programa del túnel no está en este ordenador.</translation>
    </message>
    <message>
        <source>Get it from {source}. The tunnel starts by itself then.</source>
        <translation>Descárguelo de {source}. Después el túnel se inicia solo.</translation>
    </message>
    <message>
        <source>The token of the tunnel is missing.</source>
        <translation>Falta el token del túnel.</translation>
    </message>
    <message>
        <source>Copy it from the page of the tunnel at Cloudflare and store it as the tunnel&apos;s token.</source>
        <translation>Cópielo de la página del túnel en Cloudflare y guárdelo como token del túnel.</translation>
    </message>
    <message>
        <source>The tunnel ended.</source>
        <translation>El túnel terminó.</translation>
    </message>
    <message>
        <source>It is started again by itself. Orders are read from the platform&apos;s list meanwhile.</source>
        <translation>Se vuelve a iniciar solo. Mientras tanto, los pedidos se leen de la lista de la plataforma.</translation>
    </message>
    <message>
        <source>The tunnel ends again and again.</source>
        <translation>El túnel se cae una y otra vez.</translation>
    </message>
    <message>
        <source>Look at what it says below, at the internet line, and whether it is in use on another computer.</source>
        <translation>Mire lo que dice abajo, la línea de internet y si se usa en otro ordenador.</translation>
    </message>
    <message>
        <source>The tunnel runs, and its public address is not known.</source>
        <translation>El túnel funciona, pero no se conoce la dirección pública.</translation>
    </message>
    <message>
        <source>Enter the public address in the settings of the tunnel.</source>
        <translation>Escriba la dirección pública en los ajustes del túnel.</translation>
    </message>
    <message>
        <source>The tunnel&apos;s sign-in was refused.</source>
        <translation>Se rechazó el acceso del túnel.</translation>
    </message>
    <message>
        <source>Check the token of the tunnel; with ssh the user and the key.</source>
        <translation>Compruebe el token del túnel; con ssh, el usuario y la clave.</translation>
    </message>
    <message>
        <source>The service of the tunnel gives no more tunnels at the moment.</source>
        <translation>El servicio del túnel no da más túneles por ahora.</translation>
    </message>
    <message>
        <source>It is tried again by itself. A tunnel with an account of yours has no such limit.</source>
        <translation>Se vuelve a intentar solo. Un túnel con cuenta propia no tiene ese límite.</translation>
    </message>
    <message>
        <source>The tunnel is in use elsewhere.</source>
        <translation>El túnel se usa en otro lugar.</translation>
    </message>
    <message>
        <source>End it on the other computer, or give this one a token or an address of its own.</source>
        <translation>Ciérrelo en el otro ordenador, o dé a este un token o una dirección propia.</translation>
    </message>
    <message>
        <source>The key of the server is not known on this computer.</source>
        <translation>La clave del servidor no se conoce en este ordenador.</translation>
    </message>
    <message>
        <source>Connect to the server with ssh by hand once, compare its key, and answer yes.</source>
        <translation>Conéctese una vez al servidor con ssh a mano, compare la clave y responda yes.</translation>
    </message>
    <message>
        <source>The server has another key than before.</source>
        <translation>El servidor tiene otra clave que antes.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server. If the change is right, take the old key out with ssh-keygen -R.</source>
        <translation>Pregunte a quien lleva el servidor. Si el cambio es correcto, quite la clave antigua con ssh-keygen -R.</translation>
    </message>
    <message>
        <source>The server does not let the tunnel listen.</source>
        <translation>El servidor no deja escuchar al túnel.</translation>
    </message>
    <message>
        <source>The port may still be taken by the connection before, which ends after a while; else choose another port, or have the server allow it.</source>
        <translation>El puerto puede estar ocupado aún por la conexión anterior, que termina en un rato; si no, elija otro puerto o haga que el servidor lo permita.</translation>
    </message>
    <message>
        <source>The server of the tunnel is not reached.</source>
        <translation>No se llega al servidor del túnel.</translation>
    </message>
    <message>
        <source>Check the internet line, the name of the server and its port.</source>
        <translation>Compruebe la línea de internet, el nombre del servidor y su puerto.</translation>
    </message>
    <message>
        <source>At Cloudflare the tunnel leads to another place.</source>
        <translation>En Cloudflare el túnel conduce a otro lugar.</translation>
    </message>
    <message>
        <source>On the page of the tunnel at Cloudflare set the service of the public name to http://{listener}.</source>
        <translation>En la página del túnel en Cloudflare, ponga el servicio del nombre público en http://{listener}.</translation>
    </message>
    <message>
        <source>The public address has no entry in the internet&apos;s directory.</source>
        <translation>La dirección pública no figura en el directorio de internet.</translation>
    </message>
    <message>
        <source>Check how it is written. A new name may take some minutes.</source>
        <translation>Compruebe cómo está escrita. Un nombre nuevo puede tardar unos minutos.</translation>
    </message>
    <message>
        <source>The public address is not reached.</source>
        <translation>No se llega a la dirección pública.</translation>
    </message>
    <message>
        <source>Check the internet line, and whether the server behind the address runs.</source>
        <translation>Compruebe la línea de internet y si funciona el servidor detrás de la dirección.</translation>
    </message>
    <message>
        <source>The public address does not answer in time.</source>
        <translation>La dirección pública no responde a tiempo.</translation>
    </message>
    <message>
        <source>Check the internet line and the server of the tunnel.</source>
        <translation>Compruebe la línea de internet y el servidor del túnel.</translation>
    </message>
    <message>
        <source>The certificate of the public address cannot be trusted.</source>
        <translation>El certificado de la dirección pública no es de confianza.</translation>
    </message>
    <message>
        <source>Give the server a certificate of a public authority for this very name. If a proxy or virus scanner opens secure connections here, exempt this address.</source>
        <translation>Dé al servidor un certificado de una autoridad pública para exactamente este nombre. Si un proxy o antivirus abre aquí las conexiones seguras, exceptúe esta dirección.</translation>
    </message>
    <message>
        <source>The public address answers, and nothing is behind it.</source>
        <translation>La dirección pública responde, pero no hay nada detrás.</translation>
    </message>
    <message>
        <source>The tunnel is not connected to it: check that the address is the tunnel&apos;s own, and that it leads to http://{listener}.</source>
        <translation>El túnel no está unido a ella: compruebe que la dirección es la del propio túnel y que conduce a http://{listener}.</translation>
    </message>
    <message>
        <source>The public address sends its callers elsewhere.</source>
        <translation>La dirección pública envía a quien llama a otro lugar.</translation>
    </message>
    <message>
        <source>A platform does not follow: have the address pass /webhooks/ on by itself, without a sign-in page.</source>
        <translation>Una plataforma no lo sigue: la dirección debe pasar /webhooks/ por sí sola, sin página de acceso.</translation>
    </message>
    <message>
        <source>Something else answers at the public address.</source>
        <translation>Otra cosa responde en la dirección pública.</translation>
    </message>
    <message>
        <source>Check that the address is the tunnel&apos;s own, and that it passes /webhooks/ on to http://{listener}.</source>
        <translation>Compruebe que la dirección es la del propio túnel y que pasa /webhooks/ a http://{listener}.</translation>
    </message>
    <message>
        <source>The Authorization header does not arrive as it was sent.</source>
        <translation>La cabecera Authorization no llega como se envió.</translation>
    </message>
    <message>
        <source>Have the server in between pass it on unchanged: without it every call of a platform is refused. Or a program with other secrets stands behind this address.</source>
        <translation>El servidor intermedio debe pasarla sin cambios: sin ella se rechaza cada llamada de la plataforma. O hay detrás de esta dirección un programa con otros secretos.</translation>
    </message>
    <message>
        <source>The proxy of this computer does not let the question out.</source>
        <translation>El proxy de este ordenador no deja salir la pregunta.</translation>
    </message>
    <message>
        <source>Check the proxy in the settings of the system.</source>
        <translation>Compruebe el proxy en los ajustes del sistema.</translation>
    </message>
    <message>
        <source>accepted is an address like https://brand.example, with or without a port</source>
        <translation>se acepta una dirección como https://brand.example, con o sin puerto</translation>
    </message>
    <message>
        <source>accepted is an address that begins with https:// (http:// only on this computer)</source>
        <translation>se acepta una dirección que empieza por https:// (http:// solo en este ordenador)</translation>
    </message>
    <message>
        <source>accepted is an address that begins with https://, or nothing</source>
        <translation>se acepta una dirección que empieza por https://, o nada</translation>
    </message>
    <message>
        <source>accepted is the name of a time zone, like America/Sao_Paulo or Europe/Vienna</source>
        <translation>se acepta el nombre de una zona horaria, como America/Sao_Paulo o Europe/Vienna</translation>
    </message>
    <message>
        <source>accepted is a path like /v2/orders/{order_id} or /v2/chains/{chain_id}/orders/{order_id}</source>
        <translation>se acepta una ruta como /v2/orders/{order_id} o /v2/chains/{chain_id}/orders/{order_id}</translation>
    </message>
    <message>
        <source>accepted is a path like /v2/chains/{chain_id}/vendors/{vendor_id}/orders, or nothing</source>
        <translation>se acepta una ruta como /v2/chains/{chain_id}/vendors/{vendor_id}/orders, o nada</translation>
    </message>
    <message>
        <source>accepted is a name of letters, digits and &apos;-&apos;</source>
        <translation>se acepta un nombre de letras, cifras y &apos;-&apos;</translation>
    </message>
    <message>
        <source>accepted is a currency code like EUR or BRL</source>
        <translation>se acepta un código de moneda como EUR o BRL</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>Nombre de la tienda</translation>
    </message>
    <message>
        <source>It stands at the top of the window.</source>
        <translation>Está en lo alto de la ventana.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>All times are shown as the clocks of this place show them.</source>
        <translation>Todas las horas se muestran como en los relojes de este lugar.</translation>
    </message>
    <message>
        <source>Address on this computer</source>
        <translation>Dirección en este ordenador</translation>
    </message>
    <message>
        <source>Events of the platforms are heard here; with 127.0.0.1 only from this computer, where the tunnel ends.</source>
        <translation>Aquí se oyen los eventos de las plataformas; con 127.0.0.1, solo desde este ordenador, donde termina el túnel.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>The tunnel leads to this port; 0 takes any free one at each start.</source>
        <translation>El túnel conduce a este puerto; 0 toma cualquiera libre en cada inicio.</translation>
    </message>
    <message>
        <source>Tunnel</source>
        <translation>Túnel</translation>
    </message>
    <message>
        <source>The program that brings the platforms&apos; calls from the internet to this computer; nothing means none.</source>
        <translation>El programa que trae las llamadas de las plataformas de internet a este ordenador; nada significa ninguno.</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Dirección pública</translation>
    </message>
    <message>
        <source>The https address that leads to this computer; leave it empty where the tunnel names it by itself.</source>
        <translation>La dirección https que conduce a este ordenador; déjela vacía si el propio túnel la dice.</translation>
    </message>
    <message>
        <source>Place of the program</source>
        <translation>Lugar del programa</translation>
    </message>
    <message>
        <source>Where the tunnel&apos;s program is on this computer; leave it empty if it is found by its name.</source>
        <translation>Dónde está el programa del túnel en este ordenador; déjelo vacío si se encuentra por su nombre.</translation>
    </message>
    <message>
        <source>accepted is the name or the id of a tunnel, or nothing</source>
        <translation>se acepta el nombre o el id de un túnel, o nada</translation>
    </message>
    <message>
        <source>Name of the tunnel</source>
        <translation>Nombre del túnel</translation>
    </message>
    <message>
        <source>Only for a cloudflared tunnel that was set up on this computer; with a token it stays empty.</source>
        <translation>Solo para un túnel cloudflared creado en este ordenador; con token queda vacío.</translation>
    </message>
    <message>
        <source>accepted is the name or the address of a computer, or nothing</source>
        <translation>se acepta el nombre o la dirección de un ordenador, o nada</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>The server on the internet to which ssh connects.</source>
        <translation>El servidor de internet al que se conecta ssh.</translation>
    </message>
    <message>
        <source>accepted is the name of a user, or nothing</source>
        <translation>se acepta el nombre de un usuario, o nada</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>The user that ssh signs in as; empty means the name that this computer&apos;s user has.</source>
        <translation>El usuario con el que entra ssh; vacío significa el nombre del usuario de este ordenador.</translation>
    </message>
    <message>
        <source>Port of the server</source>
        <translation>Puerto del servidor</translation>
    </message>
    <message>
        <source>The port at which the server takes ssh.</source>
        <translation>El puerto en el que el servidor acepta ssh.</translation>
    </message>
    <message>
        <source>accepted is an address of the server, &apos;*&apos; for all of them, or nothing</source>
        <translation>se acepta una dirección del servidor, &apos;*&apos; para todas, o nada</translation>
    </message>
    <message>
        <source>Address that listens at the server</source>
        <translation>Dirección que escucha en el servidor</translation>
    </message>
    <message>
        <source>Empty means only the server itself, where its web server passes the calls on.</source>
        <translation>Vacío significa solo el propio servidor, donde su servidor web pasa las llamadas.</translation>
    </message>
    <message>
        <source>Port that listens at the server</source>
        <translation>Puerto que escucha en el servidor</translation>
    </message>
    <message>
        <source>The calls arrive at this port of the server; 0 lets it choose.</source>
        <translation>Las llamadas llegan a este puerto del servidor; 0 deja que elija.</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Archivo de la clave</translation>
    </message>
    <message>
        <source>The file of the key that ssh signs in with; empty means the usual ones.</source>
        <translation>El archivo de la clave con la que entra ssh; vacío significa las de siempre.</translation>
    </message>
    <message>
        <source>Settings of ssh</source>
        <translation>Ajustes de ssh</translation>
    </message>
    <message>
        <source>A file with ssh&apos;s own settings; empty means the usual ones of this computer.</source>
        <translation>Un archivo con los ajustes del propio ssh; vacío significa los de siempre de este ordenador.</translation>
    </message>
    <message>
        <source>Own command</source>
        <translation>Orden propia</translation>
    </message>
    <message>
        <source>A program and its words, one after another; {port} and {url} stand for the webhook on this computer.</source>
        <translation>Un programa y sus palabras, una tras otra; {port} y {url} son el webhook de este ordenador.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>The address of a database server; empty means a file in the data folder.</source>
        <translation>La dirección de un servidor de base de datos; vacío significa un archivo en la carpeta de datos.</translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation>Peticiones por minuto</translation>
    </message>
    <message>
        <source>So many are sent to Delivery Hero at most; two computers behind one internet line take 25 each.</source>
        <translation>Se envían como mucho tantas a Delivery Hero; dos ordenadores con la misma línea de internet toman 25 cada uno.</translation>
    </message>
    <message>
        <source>Pause within a scan</source>
        <translation>Pausa dentro de una lectura</translation>
    </message>
    <message>
        <source>Characters of one scan follow one another within so many milliseconds.</source>
        <translation>Los caracteres de una lectura se siguen dentro de tantos milisegundos.</translation>
    </message>
    <message>
        <source>Shortest scan</source>
        <translation>Lectura más corta</translation>
    </message>
    <message>
        <source>Fewer characters than these are taken for typing by hand.</source>
        <translation>Menos caracteres que estos se toman por tecleo a mano.</translation>
    </message>
    <message>
        <source>Prefix of the scanner</source>
        <translation>Prefijo del lector</translation>
    </message>
    <message>
        <source>What the scanner is set to send before each code.</source>
        <translation>Lo que el lector está ajustado para enviar antes de cada código.</translation>
    </message>
    <message>
        <source>accepted is &apos;auto&apos;, &apos;yes&apos;, &apos;no&apos; or one character</source>
        <translation>se acepta &apos;auto&apos;, &apos;yes&apos;, &apos;no&apos; o un carácter</translation>
    </message>
    <message>
        <source>Separator of the scanner</source>
        <translation>Separador del lector</translation>
    </message>
    <message>
        <source>How the scanner sends the separator within long codes; auto finds out.</source>
        <translation>Cómo envía el lector el separador dentro de códigos largos; auto lo averigua.</translation>
    </message>
    <message>
        <source>Keyboard layout</source>
        <translation>Distribución del teclado</translation>
    </message>
    <message>
        <source>Whether codes are read from the characters or from the keys of the scanner; auto finds out.</source>
        <translation>Si los códigos se leen de los caracteres o de las teclas del lector; auto lo averigua.</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>Puerto serie</translation>
    </message>
    <message>
        <source>The port of a scanner that is no keyboard, like COM3 or /dev/ttyACM0; empty means there is none.</source>
        <translation>El puerto de un lector que no es teclado, como COM3 o /dev/ttyACM0; vacío significa que no hay.</translation>
    </message>
    <message>
        <source>Speed of the serial port</source>
        <translation>Velocidad del puerto serie</translation>
    </message>
    <message>
        <source>The bits per second that the scanner is set to.</source>
        <translation>Los bits por segundo a los que está ajustado el lector.</translation>
    </message>
    <message>
        <source>accepted is a country code like SE or BR, or nothing</source>
        <translation>se acepta un código de país como SE o BR, o nada</translation>
    </message>
    <message>
        <source>Country of the labels</source>
        <translation>País de las etiquetas</translation>
    </message>
    <message>
        <source>The weight and price labels of this country&apos;s scales are understood.</source>
        <translation>Se entienden las etiquetas de peso y precio de las balanzas de este país.</translation>
    </message>
    <message>
        <source>Rules of the labels</source>
        <translation>Reglas de las etiquetas</translation>
    </message>
    <message>
        <source>The names of further rules to read labels by, for countries with several, like br-weight-2.</source>
        <translation>Los nombres de más reglas para leer etiquetas, en países con varias, como br-weight-2.</translation>
    </message>
    <message>
        <source>Heaviest weight</source>
        <translation>Peso máximo</translation>
    </message>
    <message>
        <source>A heavier weight in kilograms is taken for a mistake.</source>
        <translation>Un peso mayor en kilos se toma por un error.</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>How loud the sounds are, 100 being as loud as the computer is.</source>
        <translation>Lo fuerte que son los sonidos; 100 es lo que da el ordenador.</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Silencio</translation>
    </message>
    <message>
        <source>No sound is played; the line at the bottom flashes over its whole width instead.</source>
        <translation>No suena nada; en su lugar parpadea la línea de abajo a todo lo ancho.</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Nombre de la cuenta</translation>
    </message>
    <message>
        <source>Your own name for it, of letters, digits and -; it is a part of the webhook&apos;s address.</source>
        <translation>El nombre que usted le da, de letras, cifras y -; forma parte de la dirección del webhook.</translation>
    </message>
    <message>
        <source>Address of the platform</source>
        <translation>Dirección de la plataforma</translation>
    </message>
    <message>
        <source>The https address that the platform gave you.</source>
        <translation>La dirección https que le dio la plataforma.</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client ID</translation>
    </message>
    <message>
        <source>The platform gives it to you together with the client secret.</source>
        <translation>La plataforma se lo da junto con el client secret.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>The three letters of the currency in which you sell there.</source>
        <translation>Las tres letras de la moneda en que vende allí.</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plataforma</translation>
    </message>
    <message>
        <source>A brand of Delivery Hero.</source>
        <translation>Una marca de Delivery Hero.</translation>
    </message>
    <message>
        <source>The portal shows it when you make credentials; an older fixed token needs none.</source>
        <translation>El portal lo muestra al crear las credenciales; un token fijo antiguo no lo necesita.</translation>
    </message>
    <message>
        <source>Chain ID</source>
        <translation>ID de la cadena</translation>
    </message>
    <message>
        <source>The portal&apos;s number for your company.</source>
        <translation>El número de su empresa en el portal.</translation>
    </message>
    <message>
        <source>Vendor ID</source>
        <translation>ID de la tienda</translation>
    </message>
    <message>
        <source>The portal&apos;s number for this store.</source>
        <translation>El número de esta tienda en el portal.</translation>
    </message>
    <message>
        <source>Path of an order</source>
        <translation>Ruta de un pedido</translation>
    </message>
    <message>
        <source>The platform knows two forms; the check of the program says which one works.</source>
        <translation>La plataforma conoce dos formas; la comprobación del programa dice cuál funciona.</translation>
    </message>
    <message>
        <source>Path of the list of orders</source>
        <translation>Ruta de la lista de pedidos</translation>
    </message>
    <message>
        <source>Leave it empty: the program finds it out.</source>
        <translation>Déjela vacía: el programa la averigua.</translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>Promociones</translation>
    </message>
    <message>
        <source>Shows the workspace in which promotions of this chain are made.</source>
        <translation>Muestra el área en que se hacen las promociones de esta cadena.</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>With a client ID and its secret, or with an older fixed token.</source>
        <translation>Con client ID y su secreto, o con un token fijo antiguo.</translation>
    </message>
    <message>
        <source>Ready beforehand</source>
        <translation>Listo antes</translation>
    </message>
    <message>
        <source>The bag is due so many minutes before the time that was promised.</source>
        <translation>La bolsa debe estar lista tantos minutos antes de la hora prometida.</translation>
    </message>
    <message>
        <source>Reading the list</source>
        <translation>Lectura de la lista</translation>
    </message>
    <message>
        <source>So often, in seconds, the platform&apos;s list is read for what the webhook missed.</source>
        <translation>Cada tantos segundos se lee la lista de la plataforma, por lo que el webhook perdió.</translation>
    </message>
    <message>
        <source>iFood, by its POS interface.</source>
        <translation>iFood, por su interfaz de TPV.</translation>
    </message>
    <message>
        <source>The user that iFood made for the POS integration.</source>
        <translation>El usuario que iFood creó para la integración del TPV.</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Tiendas</translation>
    </message>
    <message>
        <source>iFood&apos;s numbers of your stores, one at least.</source>
        <translation>Los números de sus tiendas en iFood, al menos uno.</translation>
    </message>
    <message>
        <source>Asking for orders</source>
        <translation>Consulta de pedidos</translation>
    </message>
    <message>
        <source>So often, in seconds, iFood is asked for orders.</source>
        <translation>Cada tantos segundos se pregunta a iFood por pedidos.</translation>
    </message>
    <message>
        <source>Confirming orders</source>
        <translation>Confirmación de los pedidos</translation>
    </message>
    <message>
        <source>A person confirms each order with Enter, or the program does it by itself.</source>
        <translation>Una persona confirma cada pedido con Enter, o el programa lo hace solo.</translation>
    </message>
    <message>
        <source>Time to confirm</source>
        <translation>Tiempo para confirmar</translation>
    </message>
    <message>
        <source>An order that nobody confirms is lost after so many minutes; the program warns before.</source>
        <translation>Un pedido que nadie confirma se pierde tras tantos minutos; el programa avisa antes.</translation>
    </message>
    <message>
        <source>Deliveroo, for promotions only.</source>
        <translation>Deliveroo, solo para promociones.</translation>
    </message>
    <message>
        <source>Address for the sign-in</source>
        <translation>Dirección del acceso</translation>
    </message>
    <message>
        <source>The https address where Deliveroo signs in.</source>
        <translation>La dirección https en la que Deliveroo da acceso.</translation>
    </message>
    <message>
        <source>Brand ID</source>
        <translation>ID de la marca</translation>
    </message>
    <message>
        <source>Deliveroo&apos;s name for your brand, from its portal.</source>
        <translation>El nombre de su marca en Deliveroo, de su portal.</translation>
    </message>
    <message>
        <source>So many are sent to Deliveroo at most.</source>
        <translation>Se envían como mucho tantas a Deliveroo.</translation>
    </message>
    <message>
        <source>Sent together</source>
        <translation>Envío en conjunto</translation>
    </message>
    <message>
        <source>Only promotions that Deliveroo has not accepted yet, or all that have not ended.</source>
        <translation>Solo promociones que Deliveroo aún no aceptó, o todas las que no han terminado.</translation>
    </message>
    <message>
        <source>Asking for results</source>
        <translation>Consulta de resultados</translation>
    </message>
    <message>
        <source>The longest pause, in seconds, between two questions how far a job is.</source>
        <translation>La pausa más larga, en segundos, entre dos preguntas por la marcha de un envío.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>The language of the program.</source>
        <translation>El idioma del programa.</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Tienda</translation>
    </message>
    <message>
        <source>How the shop is called, and where it is.</source>
        <translation>Cómo se llama la tienda y dónde está.</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Where the calls of the platforms arrive on this computer.</source>
        <translation>Dónde llegan las llamadas de las plataformas en este ordenador.</translation>
    </message>
    <message>
        <source>How the calls of the platforms come from the internet to this computer.</source>
        <translation>Cómo llegan las llamadas de las plataformas de internet a este ordenador.</translation>
    </message>
    <message>
        <source>Where orders are kept.</source>
        <translation>Dónde se guardan los pedidos.</translation>
    </message>
    <message>
        <source>Delivery Hero</source>
        <translation>Delivery Hero</translation>
    </message>
    <message>
        <source>What holds for all accounts at Delivery Hero.</source>
        <translation>Lo que vale para todas las cuentas de Delivery Hero.</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Lector</translation>
    </message>
    <message>
        <source>How scans are told from typing, and how codes are read.</source>
        <translation>Cómo se distinguen las lecturas del tecleo y cómo se leen los códigos.</translation>
    </message>
    <message>
        <source>Labels of the scale</source>
        <translation>Etiquetas de la balanza</translation>
    </message>
    <message>
        <source>How the labels of the shop&apos;s scale are read.</source>
        <translation>Cómo se leen las etiquetas de la balanza de la tienda.</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Sonidos</translation>
    </message>
    <message>
        <source>How loud the program is.</source>
        <translation>Lo fuerte que suena el programa.</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>The platforms at which the shop sells, one account for each store.</source>
        <translation>Las plataformas en que vende la tienda, una cuenta por cada tienda.</translation>
    </message>
    <message>
        <source>{file}: there is no such file.</source>
        <translation>{file}: no existe ese archivo.</translation>
    </message>
    <message>
        <source>{file}: tunnel.{key} is missing; it is needed for kind = &quot;{kind}&quot;.</source>
        <translation>{file}: falta tunnel.{key}; hace falta con kind = &quot;{kind}&quot;.</translation>
    </message>
    <message>
        <source>{file}: accounts.name: two accounts are called {name}; give each its own.</source>
        <translation>{file}: accounts.name: dos cuentas se llaman {name}; dé a cada una su propio nombre.</translation>
    </message>
    <message>
        <source>two accounts have this name; give each its own</source>
        <translation>dos cuentas tienen este nombre; dé a cada una el suyo</translation>
    </message>
    <message>
        <source>{file}: accounts[{name}].client_id is missing; it is needed unless auth = &quot;static&quot;.</source>
        <translation>{file}: falta accounts[{name}].client_id; hace falta salvo con auth = &quot;static&quot;.</translation>
    </message>
    <message>
        <source>this is needed</source>
        <translation>esto es necesario</translation>
    </message>
    <message>
        <source>{file}: the file cannot be read: {why}.</source>
        <translation>{file}: el archivo no se puede leer: {why}.</translation>
    </message>
    <message>
        <source>{file}: the file is no UTF-8 text.</source>
        <translation>{file}: el archivo no es un texto UTF-8.</translation>
    </message>
    <message>
        <source>{file}: the file is no valid TOML: {why}.</source>
        <translation>{file}: el archivo no es TOML válido: {why}.</translation>
    </message>
    <message>
        <source>{key} is missing.</source>
        <translation>falta {key}.</translation>
    </message>
    <message>
        <source>{key} is not a key of this program. Accepted here: {accepted}.</source>
        <translation>{key} no es una clave de este programa. Aquí se aceptan: {accepted}.</translation>
    </message>
    <message>
        <source>{key}.platform is missing. Accepted: {platforms}.</source>
        <translation>falta {key}.platform. Se aceptan: {platforms}.</translation>
    </message>
    <message>
        <source>{key}.platform is not known. Accepted: {platforms}.</source>
        <translation>{key}.platform no se conoce. Se aceptan: {platforms}.</translation>
    </message>
    <message>
        <source>accepted is a number up to {le}</source>
        <translation>se acepta un número de hasta {le}</translation>
    </message>
    <message>
        <source>accepted is a number from {ge} on</source>
        <translation>se acepta un número desde {ge}</translation>
    </message>
    <message>
        <source>accepted is a number above {gt}</source>
        <translation>se acepta un número mayor que {gt}</translation>
    </message>
    <message>
        <source>accepted is one of {choices}</source>
        <translation>se acepta uno de {choices}</translation>
    </message>
    <message>
        <source>accepted is a whole number</source>
        <translation>se acepta un número entero</translation>
    </message>
    <message>
        <source>accepted is a number</source>
        <translation>se acepta un número</translation>
    </message>
    <message>
        <source>accepted is a finite number</source>
        <translation>se acepta un número finito</translation>
    </message>
    <message>
        <source>accepted is a text</source>
        <translation>se acepta un texto</translation>
    </message>
    <message>
        <source>accepted is a text that is not empty</source>
        <translation>se acepta un texto que no esté vacío</translation>
    </message>
    <message>
        <source>accepted is true or false</source>
        <translation>se acepta true o false</translation>
    </message>
    <message>
        <source>accepted is a list</source>
        <translation>se acepta una lista</translation>
    </message>
    <message>
        <source>accepted is a list with at least one entry</source>
        <translation>se acepta una lista con al menos una entrada</translation>
    </message>
    <message>
        <source>accepted is a table</source>
        <translation>se acepta una tabla</translation>
    </message>
    <message>
        <source>Check client_id and the secret against the platform&apos;s portal.</source>
        <translation>Compruebe client_id y el secreto con el portal de la plataforma.</translation>
    </message>
    <message>
        <source>Check chain_id, vendor_id, orders_path, and what the portal allows this account.</source>
        <translation>Compruebe chain_id, vendor_id, orders_path y lo que el portal permite a esta cuenta.</translation>
    </message>
    <message>
        <source>{secret} is missing. Store it in the keyring: service picker-app, user {account}/{secret}; or set the environment variable {variable}.</source>
        <translation>Falta {secret}. Guárdelo en el llavero: servicio picker-app, usuario {account}/{secret}; o defina la variable de entorno {variable}.</translation>
    </message>
    <message>
        <source>{account}, secrets</source>
        <translation>{account}, secretos</translation>
    </message>
    <message>
        <source>{account}, promotions</source>
        <translation>{account}, promociones</translation>
    </message>
    <message>
        <source>new features come only to a sign-in by client_id and client_secret. Change auth = &quot;static&quot;, or set promotions = false.</source>
        <translation>las funciones nuevas solo llegan a un acceso con client_id y client_secret. Cambie auth = &quot;static&quot; o ponga promotions = false.</translation>
    </message>
    <message>
        <source>the platform takes the secret</source>
        <translation>la plataforma acepta el secreto</translation>
    </message>
    <message>
        <source>{account}, list of orders</source>
        <translation>{account}, lista de pedidos</translation>
    </message>
    <message>
        <source>the last hour can be read</source>
        <translation>la última hora se puede leer</translation>
    </message>
    <message>
        <source>{account}, order path</source>
        <translation>{account}, ruta del pedido</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>reloj</translation>
    </message>
    <message>
        <source>not compared: no platform told its time. Ask again when one answers.</source>
        <translation>sin comparar: ninguna plataforma dijo su hora. Mire otra vez cuando una responda.</translation>
    </message>
    <message>
        <source>within {seconds} s of the platform of {account}</source>
        <translation>a {seconds} s como mucho de la plataforma de {account}</translation>
    </message>
    <message>
        <source>{time} behind the platform of {account}. Let this computer set its time by itself.</source>
        <translation>{time} de retraso con la plataforma de {account}. Deje que este ordenador ponga la hora por sí mismo.</translation>
    </message>
    <message>
        <source>{time} ahead of the platform of {account}. Let this computer set its time by itself.</source>
        <translation>{time} de adelanto con la plataforma de {account}. Deje que este ordenador ponga la hora por sí mismo.</translation>
    </message>
    <message>
        <source>{path} works: order {order} was read</source>
        <translation>{path} funciona: se leyó el pedido {order}</translation>
    </message>
    <message>
        <source>{path} does not work. Write order_path = &quot;{other}&quot;: order {order} was read there.</source>
        <translation>{path} no funciona. Escriba order_path = &quot;{other}&quot;: ahí se leyó el pedido {order}.</translation>
    </message>
    <message>
        <source>order {order} is there under no form of the path. Check order_path, chain_id and base_url.</source>
        <translation>el pedido {order} no está en ninguna forma de la ruta. Compruebe order_path, chain_id y base_url.</translation>
    </message>
    <message>
        <source>not tried: no order is known yet. Ask again after the first one.</source>
        <translation>sin probar: aún no se conoce ningún pedido. Mire otra vez después del primero.</translation>
    </message>
    <message>
        <source>{secret} from the training platform</source>
        <translation>{secret} de la plataforma de práctica</translation>
    </message>
    <message>
        <source>{secret} from the keyring</source>
        <translation>{secret} del llavero</translation>
    </message>
    <message>
        <source>{secret} from the environment</source>
        <translation>{secret} del entorno</translation>
    </message>
    <message>
        <source>{secret} is missing, and this computer has no keyring to keep it in. Install one, or set the environment variable {variable}.</source>
        <translation>Falta {secret}, y este ordenador no tiene llavero donde guardarlo. Instale uno o defina la variable de entorno {variable}.</translation>
    </message>
    <message>
        <source>The platform did not answer as expected.</source>
        <translation>La plataforma no respondió como se esperaba.</translation>
    </message>
    <message>
        <source>The platform cannot be reached.</source>
        <translation>No se llega a la plataforma.</translation>
    </message>
    <message>
        <source>The platform asks us to slow down.</source>
        <translation>La plataforma pide ir más despacio.</translation>
    </message>
    <message>
        <source>It is not certain whether the platform took this.</source>
        <translation>No es seguro que la plataforma haya aceptado esto.</translation>
    </message>
    <message>
        <source>The platform refuses the sign-in.</source>
        <translation>La plataforma rechaza el acceso.</translation>
    </message>
    <message>
        <source>The platform refuses this.</source>
        <translation>La plataforma rechaza esto.</translation>
    </message>
    <message>
        <source>The platform does not know this order.</source>
        <translation>La plataforma no conoce este pedido.</translation>
    </message>
    <message>
        <source>The platform sent something this program cannot read.</source>
        <translation>La plataforma envió algo que este programa no puede leer.</translation>
    </message>
    <message>
        <source>{account}, sign-in</source>
        <translation>{account}, acceso</translation>
    </message>
    <message>
        <source>no answer within {seconds} s. Check the network, then ask again.</source>
        <translation>sin respuesta en {seconds} s. Compruebe la red y mire otra vez.</translation>
    </message>
    <message>
        <source>the check itself failed: {fault}. Tell support.</source>
        <translation>falló la propia comprobación: {fault}. Avise a su soporte.</translation>
    </message>
    <message>
        <source>Wait a minute, then ask again.</source>
        <translation>Espere un minuto y mire otra vez.</translation>
    </message>
    <message>
        <source>Look for a proxy or virus scanner that opens secure connections, exempt the platform from it, and look at the clock.</source>
        <translation>Busque un proxy o antivirus que abra conexiones seguras, excluya de él la plataforma y mire el reloj.</translation>
    </message>
    <message>
        <source>The certificate that is shown here: {certificate}.</source>
        <translation>El certificado que se muestra aquí: {certificate}.</translation>
    </message>
    <message>
        <source>Check the network, a proxy, and {key}.</source>
        <translation>Compruebe la red, un proxy y {key}.</translation>
    </message>
    <message>
        <source>Check {key}, and whether the network wants a sign-in of its own.</source>
        <translation>Compruebe {key} y si la red pide un acceso propio.</translation>
    </message>
    <message>
        <source>it was issued by &quot;{issuer}&quot; for &quot;{whom}&quot;, until {day}</source>
        <translation>emitido por &quot;{issuer}&quot; para &quot;{whom}&quot;, hasta {day}</translation>
    </message>
    <message>
        <source>configuration</source>
        <translation>configuración</translation>
    </message>
    <message>
        <source>training needs none</source>
        <translation>la práctica no necesita ninguna</translation>
    </message>
    <message>
        <source>{file}: accounts: {count}</source>
        <translation>{file}: cuentas: {count}</translation>
    </message>
    <message>
        <source>docs/configuration.md says what it holds; picker-app --training needs none.</source>
        <translation>docs/configuration.md dice lo que contiene; picker-app --training no necesita ninguna.</translation>
    </message>
    <message>
        <source>the training platform cannot listen on this computer: {reason}.</source>
        <translation>la plataforma de práctica no puede escuchar en este ordenador: {reason}.</translation>
    </message>
    <message>
        <source>it did not answer within {seconds} s. Unlock it, then ask again.</source>
        <translation>no respondió en {seconds} s. Desbloquéelo y mire otra vez.</translation>
    </message>
    <message>
        <source>keyring</source>
        <translation>llavero</translation>
    </message>
    <message>
        <source>it cannot be used: {fault}. Use environment variables instead.</source>
        <translation>no se puede usar: {fault}. Use variables de entorno en su lugar.</translation>
    </message>
    <message>
        <source>there is none that this version speaks with: no orders will come.</source>
        <translation>no hay ninguna con la que hable esta versión: no llegarán pedidos.</translation>
    </message>
    <message>
        <source>accounts</source>
        <translation>cuentas</translation>
    </message>
    <message>
        <source>no answer within {seconds} s. Look whether the disk or the folder hangs.</source>
        <translation>sin respuesta en {seconds} s. Mire si el disco o la carpeta se quedó colgado.</translation>
    </message>
    <message>
        <source>data folder</source>
        <translation>carpeta de datos</translation>
    </message>
    <message>
        <source>database</source>
        <translation>base de datos</translation>
    </message>
    <message>
        <source>webhook</source>
        <translation>webhook</translation>
    </message>
    <message>
        <source>self-test</source>
        <translation>autoprueba</translation>
    </message>
    <message>
        <source>{path} is a file. Give another folder with --data-dir.</source>
        <translation>{path} es un archivo. Indique otra carpeta con --data-dir.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Free some space or check its permissions, or give another folder with --data-dir.</source>
        <translation>en {path} no se puede escribir: {reason}. Libere espacio o compruebe los permisos, o indique otra carpeta con --data-dir.</translation>
    </message>
    <message>
        <source>{path}: only {free} MB are free. Make room: an order that cannot be saved cannot be picked.</source>
        <translation>{path}: solo quedan {free} MB libres. Haga sitio: un pedido que no se puede guardar no se puede preparar.</translation>
    </message>
    <message>
        <source>{path} is not there yet and can be made</source>
        <translation>{path} aún no existe y se puede crear</translation>
    </message>
    <message>
        <source>others on this computer may read {path}. The program ends that when it starts.</source>
        <translation>otros en este ordenador pueden leer {path}. El programa acaba con eso al abrirse.</translation>
    </message>
    <message>
        <source>{path} can be written, and is its user&apos;s own; {free} MB are free</source>
        <translation>en {path} se puede escribir, y es solo de su usuario; {free} MB libres</translation>
    </message>
    <message>
        <source>its server answers; that it is whole and copied is for the server to see to</source>
        <translation>su servidor responde; de que esté entera y copiada se ocupa el servidor</translation>
    </message>
    <message>
        <source>{file} is gone. Start the program: it opens the last good copy.</source>
        <translation>{file} ya no está. Abra el programa: abre la última copia buena.</translation>
    </message>
    <message>
        <source>{file} is not there yet; the first start makes it</source>
        <translation>{file} aún no existe; lo crea el primer inicio</translation>
    </message>
    <message>
        <source>{file} could not be read to its end: {reason}</source>
        <translation>{file} no se pudo leer hasta el final: {reason}</translation>
    </message>
    <message>
        <source>{file} is damaged. Close the program and start it again: it then opens the last good copy.</source>
        <translation>{file} está dañado. Cierre el programa y ábralo otra vez: entonces abre la última copia buena.</translation>
    </message>
    <message>
        <source>the newest part of {file}, its log, is gone. The next start says what is missing.</source>
        <translation>la parte más nueva de {file}, su registro, ya no está. El próximo inicio dice qué falta.</translation>
    </message>
    <message>
        <source>The database was written by a newer version of this program: update the program.</source>
        <translation>La base de datos la escribió una versión más nueva de este programa: actualice el programa.</translation>
    </message>
    <message>
        <source>{count} rows refer to rows that are not there. Tell support; the work goes on.</source>
        <translation>{count} filas se refieren a filas que no están. Avise a su soporte; el trabajo sigue.</translation>
    </message>
    <message>
        <source>{file} has tables of version {version}. The next start brings them to {newest}.</source>
        <translation>{file} tiene tablas de la versión {version}. El próximo inicio las lleva a la {newest}.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>{file} is whole, version {version}</source>
        <translation>{file} está entero, versión {version}</translation>
    </message>
    <message>
        <source>{host} port {port}</source>
        <translation>{host} puerto {port}</translation>
    </message>
    <message>
        <source>any free port is taken at each start. A tunnel of your own needs one that stays: set [webhook] port</source>
        <translation>en cada inicio se toma un puerto libre cualquiera. Un túnel suyo necesita uno que se quede: ponga [webhook] port</translation>
    </message>
    <message>
        <source> and </source>
        <translation> y </translation>
    </message>
    <message>
        <source>cannot listen on {place}: {reason}. Set another [webhook] host or port.</source>
        <translation>no se puede escuchar en {place}: {reason}. Ponga otro [webhook] host o port.</translation>
    </message>
    <message>
        <source>version {version} of this program runs on {place}, this is {own}. Restart it.</source>
        <translation>la versión {version} de este programa funciona en {place}, esta es la {own}. Reinícielo.</translation>
    </message>
    <message>
        <source>the program runs and answers on {place}; the public address must lead to {paths} there</source>
        <translation>el programa funciona y responde en {place}; la dirección pública debe llevar ahí a {paths}</translation>
    </message>
    <message>
        <source>{place} is free; the public address must lead to {paths} there</source>
        <translation>{place} está libre; la dirección pública debe llevar ahí a {paths}</translation>
    </message>
    <message>
        <source>characters at most {gap} ms apart, {least} or more, prefix {prefix}, separator {separator}, layout {layout}. A scan into the window shows whether it fits</source>
        <translation>caracteres a {gap} ms como mucho, {least} o más, prefijo {prefix}, separador {separator}, teclado {layout}. Una lectura en la ventana muestra si encaja</translation>
    </message>
    <message>
        <source>scanner</source>
        <translation>lector</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>etiquetas</translation>
    </message>
    <message>
        <source>no [labels] region is set: weights are typed</source>
        <translation>sin [labels] region: los pesos se escriben a mano</translation>
    </message>
    <message>
        <source>none for region {region}: weights are typed</source>
        <translation>ninguna para la región {region}: los pesos se escriben a mano</translation>
    </message>
    <message>
        <source>{count} rules for region {region}, up to {most} kg</source>
        <translation>{count} reglas para la región {region}, hasta {most} kg</translation>
    </message>
    <message>
        <source>did not end within {seconds} s. Run picker-app self-test and see where.</source>
        <translation>no terminó en {seconds} s. Ejecute picker-app self-test y vea dónde.</translation>
    </message>
    <message>
        <source>ended with {code}. Run picker-app self-test and see what it says.</source>
        <translation>terminó con {code}. Ejecute picker-app self-test y vea qué dice.</translation>
    </message>
    <message>
        <source>window, sound, fonts, translations and TLS roots are as they should be</source>
        <translation>ventana, sonido, fuentes, traducciones y raíces TLS están como deben</translation>
    </message>
    <message>
        <source>Check client_id and username, and the secrets client_secret and password.</source>
        <translation>Compruebe client_id y username, y los secretos client_secret y password.</translation>
    </message>
    <message>
        <source>the platform takes the username and the secrets</source>
        <translation>la plataforma acepta el usuario y los secretos</translation>
    </message>
    <message>
        <source>{account}, poll_seconds</source>
        <translation>{account}, poll_seconds</translation>
    </message>
    <message>
        <source>events are asked for every {seconds} s</source>
        <translation>los eventos se piden cada {seconds} s</translation>
    </message>
    <message>
        <source>{seconds} is meant for a simulator: the platform may refuse. Set {recommended}.</source>
        <translation>{seconds} es para un simulador: la plataforma puede rechazarlo. Ponga {recommended}.</translation>
    </message>
    <message>
        <source>Check client_id and the secret, and ask Deliveroo whether the client has the scope promotions.</source>
        <translation>Compruebe client_id y el secreto, y pregunte a Deliveroo si el cliente tiene el ámbito promotions.</translation>
    </message>
    <message>
        <source>the platform takes the secret, and lets it write promotions</source>
        <translation>la plataforma acepta el secreto y deja escribir promociones</translation>
    </message>
    <message>
        <source>tunnel</source>
        <translation>túnel</translation>
    </message>
    <message>
        <source>none is started by the program; {address} is to lead here</source>
        <translation>el programa no inicia ninguno; {address} debe llevar hasta aquí</translation>
    </message>
    <message>
        <source>none is set up: something else must bring the calls of Delivery Hero to the webhook</source>
        <translation>ninguno configurado: otra cosa debe traer las llamadas de Delivery Hero al webhook</translation>
    </message>
    <message>
        <source>whoever makes it</source>
        <translation>quien lo ofrece</translation>
    </message>
    <message>
        <source>{program} is not on this computer.</source>
        <translation>{program} no está en este ordenador.</translation>
    </message>
    <message>
        <source>{key}: there is no file {file}. Write the right place into [tunnel] {key}.</source>
        <translation>{key}: no existe el archivo {file}. Escriba el lugar correcto en [tunnel] {key}.</translation>
    </message>
    <message>
        <source>its address is another one after each start. Set up one that stays before orders depend on it.</source>
        <translation>su dirección es otra tras cada inicio. Configure uno que se quede antes de que los pedidos dependan de él.</translation>
    </message>
    <message>
        <source>way in</source>
        <translation>entrada</translation>
    </message>
    <message>
        <source>not tried: the address is known only to the running program. Its tunnel page tries it.</source>
        <translation>sin probar: solo el programa abierto conoce la dirección. La prueba su página del túnel.</translation>
    </message>
    <message>
        <source>not tried: the program does not run. Start it, then ask again.</source>
        <translation>sin probar: el programa no está abierto. Ábralo y mire otra vez.</translation>
    </message>
    <message>
        <source>{account}, way in</source>
        <translation>{account}, entrada</translation>
    </message>
    <message>
        <source>{address} leads to the running program, in {seconds} s</source>
        <translation>{address} lleva al programa abierto, en {seconds} s</translation>
    </message>
    <message>
        <source>Install one, such as gnome-keyring (on Debian: sudo apt install gnome-keyring) or KWallet, then sign out of the computer and in again.</source>
        <translation>Instale uno, como gnome-keyring (en Debian: sudo apt install gnome-keyring) o KWallet, luego cierre la sesión del ordenador y ábrala otra vez.</translation>
    </message>
    <message>
        <source>Open the Keychain Access of this computer and unlock the login keychain.</source>
        <translation>Abra Acceso a Llaveros en este ordenador y desbloquee el llavero de inicio de sesión.</translation>
    </message>
    <message>
        <source>Sign in to this computer as a user that may use the Windows Credential Manager.</source>
        <translation>Entre en este ordenador con un usuario que pueda usar el Administrador de credenciales de Windows.</translation>
    </message>
    <message>
        <source>Or set the environment variable {variable}.</source>
        <translation>O defina la variable de entorno {variable}.</translation>
    </message>
    <message>
        <source>The keyring did not keep {user}. Look at it with its own program, or set the environment variable {variable}.</source>
        <translation>El llavero no guardó {user}. Mírelo con su propio programa o defina la variable de entorno {variable}.</translation>
    </message>
    <message>
        <source>Install one and sign in again.</source>
        <translation>Instale uno y entre otra vez.</translation>
    </message>
    <message>
        <source>This computer has no keyring in which a secret can be kept.</source>
        <translation>Este ordenador no tiene llavero en el que se pueda guardar un secreto.</translation>
    </message>
    <message>
        <source>The keyring of this computer writes secrets to a file, which this program never does.</source>
        <translation>El llavero de este ordenador escribe los secretos en un archivo, cosa que este programa nunca hace.</translation>
    </message>
    <message>
        <source>The keyring cannot be used ({fault}). Look at it with its own program and try again, or set the environment variable {variable}.</source>
        <translation>El llavero no se puede usar ({fault}). Mírelo con su propio programa e inténtelo otra vez, o defina la variable de entorno {variable}.</translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it and try again, or set the environment variable {variable}.</source>
        <translation>El llavero está bloqueado. Desbloquéelo e inténtelo otra vez, o defina la variable de entorno {variable}.</translation>
    </message>
    <message>
        <source>{file}: there is no configuration. docs/configuration.md says what it holds; picker-app --training shows the program without one.</source>
        <translation>{file}: no hay configuración. docs/configuration.md dice qué contiene; picker-app --training muestra el programa sin ella.</translation>
    </message>
    <message>
        <source>Label rule {rule} is not known; accepted are: {accepted}.</source>
        <translation>No se conoce la regla de etiquetas {rule}; se aceptan: {accepted}.</translation>
    </message>
    <message>
        <source>{file}: the change cannot be written into this file: {why}.</source>
        <translation>{file}: el cambio no se puede escribir en este archivo: {why}.</translation>
    </message>
    <message>
        <source>The program already runs with the data folder {folder}: use its window, or close it first. To run a second one beside it, give that one a folder of its own with --data-dir.</source>
        <translation>El programa ya funciona con la carpeta de datos {folder}: use su ventana o ciérrela primero. Para tener otro al lado, dele su propia carpeta con --data-dir.</translation>
    </message>
    <message>
        <source>The data folder {folder} cannot be used: there is a file of that name. Give another with --data-dir.</source>
        <translation>La carpeta de datos {folder} no se puede usar: hay un archivo con ese nombre. Indique otra con --data-dir.</translation>
    </message>
    <message>
        <source>The data folder {folder} cannot be written: {why}. Free some space or check its permissions, or give another folder with --data-dir.</source>
        <translation>No se puede escribir en la carpeta de datos {folder}: {why}. Libere espacio o revise sus permisos, o indique otra carpeta con --data-dir.</translation>
    </message>
</context>
<context>
    <name>Account</name>
    <message>
        <source>{name} · connected</source>
        <translation>{name} · conectado</translation>
    </message>
    <message>
        <source>{name} · last asked {time} ago</source>
        <translation>{name} · consultado hace {time}</translation>
    </message>
    <message>
        <source>{name} · connected since {time}</source>
        <translation>{name} · conectado desde las {time}</translation>
    </message>
    <message>
        <source>{name} · connecting</source>
        <translation>{name} · conectando</translation>
    </message>
    <message>
        <source>{name} · sign-in refused, check its secret</source>
        <translation>{name} · acceso rechazado, revise la clave</translation>
    </message>
    <message>
        <source>{name} · sign-in refused</source>
        <translation>{name} · acceso rechazado</translation>
    </message>
    <message>
        <source>, next try in {time}</source>
        <translation>, nuevo intento en {time}</translation>
    </message>
    <message>
        <source>{name} · slow</source>
        <translation>{name} · lento</translation>
    </message>
    <message>
        <source>{name} · no contact</source>
        <translation>{name} · sin contacto</translation>
    </message>
    <message>
        <source>{name} · no contact since {time}</source>
        <translation>{name} · sin contacto desde las {time}</translation>
    </message>
    <message>
        <source>: ask its support</source>
        <translation>: hable con su soporte</translation>
    </message>
    <message>
        <source>{name} · not reached</source>
        <translation>{name} · sin conexión</translation>
    </message>
    <message>
        <source>{name} · not reached since {time}</source>
        <translation>{name} · sin conexión desde las {time}</translation>
    </message>
    <message>
        <source>, oldest {time}</source>
        <translation>, el más antiguo hace {time}</translation>
    </message>
</context>
<context>
    <name>Afterwards</name>
    <message>
        <source>{code} confirmed by {platform}</source>
        <translation>{code} confirmado por {platform}</translation>
    </message>
    <message>
        <source>{code}: cancellation confirmed by {platform}</source>
        <translation>{code}: cancelación confirmada por {platform}</translation>
    </message>
    <message>
        <source>{code} is accepted</source>
        <translation>{code} está aceptado</translation>
    </message>
    <message>
        <source>confirmed by {platform}</source>
        <translation>confirmado por {platform}</translation>
    </message>
    <message>
        <source>by {platform}</source>
        <translation>por {platform}</translation>
    </message>
    <message>
        <source>Cart accepted</source>
        <translation>Carrito aceptado</translation>
    </message>
    <message>
        <source>Cart refused by {platform}</source>
        <translation>Carrito rechazado por {platform}</translation>
    </message>
    <message>
        <source>No certain answer about the cart</source>
        <translation>Sin respuesta segura sobre el carrito</translation>
    </message>
    <message>
        <source>go on picking; F5 asks again</source>
        <translation>siga preparando; F5 vuelve a preguntar</translation>
    </message>
    <message>
        <source>Cart not checked: no connection</source>
        <translation>Carrito no comprobado: sin conexión</translation>
    </message>
    <message>
        <source>go on picking</source>
        <translation>siga preparando</translation>
    </message>
    <message>
        <source>{code} is on its way</source>
        <translation>{code} va en camino</translation>
    </message>
    <message>
        <source>{code} is delivered</source>
        <translation>{code} está entregado</translation>
    </message>
    <message>
        <source>{platform} did not accept {code}</source>
        <translation>{platform} rechazó la aceptación de {code}</translation>
    </message>
    <message>
        <source>You: open it, then Enter</source>
        <translation>Usted: ábralo y pulse Enter</translation>
    </message>
    <message>
        <source>{code} is back at the desk</source>
        <translation>{code} está de vuelta en el mostrador</translation>
    </message>
    <message>
        <source>You: open it, correct the marked lines, then F9</source>
        <translation>Usted: ábralo, corrija las líneas marcadas, luego F9</translation>
    </message>
    <message>
        <source>{code} was sent back</source>
        <translation>{code} fue devuelto</translation>
    </message>
    <message>
        <source>{code} was cancelled by {platform}</source>
        <translation>{code} fue cancelado por {platform}</translation>
    </message>
    <message>
        <source>{code} is not confirmed yet</source>
        <translation>{code} aún no está confirmado</translation>
    </message>
    <message>
        <source>{platform} is asked again · You: wait, and keep the bag here</source>
        <translation>Se pregunta de nuevo a {platform} · Usted: espere y guarde la bolsa aquí</translation>
    </message>
    <message>
        <source>{code} waits for you</source>
        <translation>{code} espera por usted</translation>
    </message>
    <message>
        <source>No certain answer · You: open it, and look at {platform}</source>
        <translation>Sin respuesta segura · Usted: ábralo y mire en {platform}</translation>
    </message>
    <message>
        <source>You: put back what is in the bag</source>
        <translation>Usted: devuelva a la estantería lo que está en la bolsa</translation>
    </message>
    <message>
        <source>nothing more is to be done</source>
        <translation>no hay nada más que hacer</translation>
    </message>
    <message>
        <source>{code} was finished on another device</source>
        <translation>{code} se terminó en otro dispositivo</translation>
    </message>
    <message>
        <source>what was finished here was not sent</source>
        <translation>lo que se terminó aquí no se envió</translation>
    </message>
    <message>
        <source>The order could not be read</source>
        <translation>No se pudo leer el pedido</translation>
    </message>
    <message>
        <source>Read again: nothing differs</source>
        <translation>Leído de nuevo: nada difiere</translation>
    </message>
    <message>
        <source>It differs at {platform}</source>
        <translation>Difiere en {platform}</translation>
    </message>
</context>
<context>
    <name>Alarm</name>
    <message>
        <source>{code} not accepted: the desk may be calling</source>
        <translation>{code} sin aceptar: la central puede estar llamando</translation>
    </message>
    <message>
        <source>Accept {code}: {time} left</source>
        <translation>Acepte {code}: quedan {time}</translation>
    </message>
</context>
<context>
    <name>AmountPanel</name>
    <message>
        <source>Amount</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Weight of {name}</source>
        <translation>Peso de {name}</translation>
    </message>
    <message>
        <source>Quantity of {name}</source>
        <translation>Cantidad de {name}</translation>
    </message>
    <message>
        <source>{amount} ordered</source>
        <translation>pedido: {amount}</translation>
    </message>
    <message>
        <source>pieces</source>
        <translation>unidades</translation>
    </message>
</context>
<context>
    <name>Assistant</name>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Try it and go on</source>
        <translation>Probar y seguir</translation>
    </message>
    <message>
        <source>Go on without trying</source>
        <translation>Seguir sin probar</translation>
    </message>
    <message>
        <source>Known once the program runs: Settings, Way in</source>
        <translation>Se conoce cuando el programa funcione: Ajustes, Entrada</translation>
    </message>
    <message>
        <source>Secret of the webhook</source>
        <translation>Secreto del webhook</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Copy the secret</source>
        <translation>Copiar el secreto</translation>
    </message>
    <message>
        <source>Make a new secret</source>
        <translation>Crear un secreto nuevo</translation>
    </message>
    <message>
        <source>Enter it at the platform beside the address. It is shown this once only.</source>
        <translation>Escríbalo en la plataforma junto a la dirección. Solo se muestra esta vez.</translation>
    </message>
    <message>
        <source>A secret is saved already, and is not shown again.</source>
        <translation>Ya hay un secreto guardado y no se muestra otra vez.</translation>
    </message>
    <message>
        <source>one step back</source>
        <translation>un paso atrás</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Choose the language.</source>
        <translation>Elija el idioma.</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Tienda</translation>
    </message>
    <message>
        <source>How is the shop called, and where is it?</source>
        <translation>¿Cómo se llama la tienda y dónde está?</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>Plataformas</translation>
    </message>
    <message>
        <source>Where do your orders come from? Each account is tried before it is saved.</source>
        <translation>¿De dónde vienen sus pedidos? Cada cuenta se prueba antes de guardarla.</translation>
    </message>
    <message>
        <source>Tunnel</source>
        <translation>Túnel</translation>
    </message>
    <message>
        <source>What brings the platform&apos;s calls from the internet to this computer?</source>
        <translation>¿Qué trae las llamadas de la plataforma de internet a este ordenador?</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Enter exactly this address, and its secret, in the Partner Portal.</source>
        <translation>Escriba exactamente esta dirección, y su secreto, en el Partner Portal.</translation>
    </message>
    <message>
        <source>Everything can be changed later in the settings.</source>
        <translation>Todo se puede cambiar después en los ajustes.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>My shop</source>
        <translation>Mi tienda</translation>
    </message>
    <message>
        <source>Go on with {names}</source>
        <translation>Seguir con {names}</translation>
    </message>
    <message>
        <source>Later: first look at the program</source>
        <translation>Después: primero ver el programa</translation>
    </message>
    <message>
        <source>More accounts can be added in the settings.</source>
        <translation>Se pueden añadir más cuentas en los ajustes.</translation>
    </message>
    <message>
        <source>Start the program</source>
        <translation>Abrir el programa</translation>
    </message>
    <message>
        <source>It connects to the platforms, and orders come.</source>
        <translation>Se conecta a las plataformas y llegan los pedidos.</translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation>Practicar primero</translation>
    </message>
    <message>
        <source>Orders that are not real, from a platform inside this computer.</source>
        <translation>Pedidos que no son reales, de una plataforma dentro de este ordenador.</translation>
    </message>
    <message>
        <source>The token is kept only until the program ends: there is no keyring.</source>
        <translation>El token solo se guarda hasta que termine el programa: no hay llavero.</translation>
    </message>
    <message>
        <source>The settings cannot be written: {words}</source>
        <translation>Los ajustes no se pueden escribir: {words}</translation>
    </message>
    <message>
        <source>The answers cannot be kept: {words}</source>
        <translation>Las respuestas no se pueden guardar: {words}</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>Stop: this order was cancelled.</source>
        <translation>Pare: este pedido fue cancelado.</translation>
    </message>
    <message>
        <source>Cancelled after pick-up: the goods are gone, the figures are kept.</source>
        <translation>Cancelado después de la recogida: la mercancía ya salió, los importes se conservan.</translation>
    </message>
    <message>
        <source>Stop: cancelled. You: put back what is in the bag.</source>
        <translation>Pare: cancelado. Usted: devuelva lo que hay en la bolsa.</translation>
    </message>
    <message>
        <source>This order was finished on another device.</source>
        <translation>Este pedido se terminó en otro aparato.</translation>
    </message>
    <message>
        <source>This order was not picked here.</source>
        <translation>Este pedido no se preparó aquí.</translation>
    </message>
    <message>
        <source>The platform sent it back: “{words}” You: correct the marked lines, then F9.</source>
        <translation>La plataforma lo devolvió: “{words}” Usted: corrija las líneas marcadas y F9.</translation>
    </message>
    <message>
        <source>Not confirmed: the program asks the platform again. Please wait.</source>
        <translation>Sin confirmar: el programa vuelve a preguntar a la plataforma. Espere.</translation>
    </message>
    <message>
        <source>Sent three times without an answer. You: look at the platform&apos;s own screen. Enter brings the order back to the desk, to change it and send it again.</source>
        <translation>Enviado tres veces sin respuesta. Usted: mire la pantalla de la propia plataforma. Enter devuelve el pedido al mostrador, para cambiarlo y enviarlo de nuevo.</translation>
    </message>
    <message>
        <source>With the platform&apos;s own desk, and not cancelled: it will phone. You: wait for the call.</source>
        <translation>Está con la central de la plataforma y no está cancelado: llamarán. Usted: espere la llamada.</translation>
    </message>
    <message>
        <source>The platform&apos;s desk gave this order back: it is to be made.</source>
        <translation>La central de la plataforma devolvió este pedido: hay que prepararlo.</translation>
    </message>
    <message>
        <source>This order was cancelled before it came here: there is nothing to do.</source>
        <translation>Este pedido se canceló antes de llegar aquí: no hay nada que hacer.</translation>
    </message>
    <message>
        <source>Sent again and again without proof. You: look at the platform&apos;s portal, then Enter.</source>
        <translation>Enviado varias veces sin prueba. Usted: mire en el portal de la plataforma y pulse Enter.</translation>
    </message>
    <message>
        <source>The platform did not answer and is probably told. You: check in its portal, then Enter.</source>
        <translation>La plataforma no respondió, pero probablemente ya lo sabe. Usted: mire en su portal y pulse Enter.</translation>
    </message>
    <message>
        <source>Not accepted by the platform: “{words}” You: Enter accepts again, or says that it is dealt with.</source>
        <translation>La plataforma rechazó la aceptación: “{words}” Usted: pulse Enter para aceptar otra vez o decir que está resuelto.</translation>
    </message>
    <message>
        <source>Handed back, and not proven that the platform heard it. You: wait for its call.</source>
        <translation>Devuelto, sin prueba de que la plataforma lo recibiera. Usted: espere la llamada.</translation>
    </message>
    <message>
        <source>The customer changed this order: see the marked lines.</source>
        <translation>El cliente cambió este pedido: vea las líneas marcadas.</translation>
    </message>
    <message>
        <source>The platform refuses the sign-in. You: check this account&apos;s secret.</source>
        <translation>La plataforma rechaza el acceso. Usted: revise la clave de esta cuenta.</translation>
    </message>
    <message>
        <source>Something was not as expected: {words}</source>
        <translation>Algo no fue como se esperaba: {words}</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Read it anew</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>It is being read already</source>
        <translation>Ya se está leyendo</translation>
    </message>
    <message>
        <source>The catalogue is read anew</source>
        <translation>El catálogo se lee de nuevo</translation>
    </message>
    <message>
        <source>Nothing is being read</source>
        <translation>No se está leyendo nada</translation>
    </message>
    <message>
        <source>Stopped: what was read stays</source>
        <translation>Detenido: lo leído se queda</translation>
    </message>
    <message>
        <source>The program tries again by itself.</source>
        <translation>El programa lo intenta otra vez por sí solo.</translation>
    </message>
    <message>
        <source>The platform cannot be reached.</source>
        <translation>No se llega a la plataforma.</translation>
    </message>
    <message>
        <source>The platform asks us to slow down.</source>
        <translation>La plataforma pide ir más despacio.</translation>
    </message>
    <message>
        <source>The platform refuses the sign-in.</source>
        <translation>La plataforma rechaza el acceso.</translation>
    </message>
    <message>
        <source>You: check the client id and the secret of this account.</source>
        <translation>Usted: compruebe el client id y el secreto de esta cuenta.</translation>
    </message>
    <message>
        <source>The platform does not hand out the catalogue.</source>
        <translation>La plataforma no entrega el catálogo.</translation>
    </message>
    <message>
        <source>You: ask the platform to open the catalogue for this account.</source>
        <translation>Usted: pida a la plataforma que abra el catálogo para esta cuenta.</translation>
    </message>
    <message>
        <source>The platform does not know this shop.</source>
        <translation>La plataforma no conoce esta tienda.</translation>
    </message>
    <message>
        <source>You: check the chain and the vendor of this account.</source>
        <translation>Usted: compruebe la cadena (chain) y el vendedor (vendor) de esta cuenta.</translation>
    </message>
    <message>
        <source>The platform sent something this program cannot read.</source>
        <translation>La plataforma envió algo que este programa no puede leer.</translation>
    </message>
    <message>
        <source>Our fault, not yours: a support file helps us to mend it.</source>
        <translation>Culpa nuestra, no suya: un archivo de soporte nos ayuda a arreglarlo.</translation>
    </message>
    <message>
        <source>The program made a mistake while it was reading.</source>
        <translation>El programa cometió un error durante la lectura.</translation>
    </message>
    <message>
        <source>The platform did not answer as expected.</source>
        <translation>La plataforma no respondió como se esperaba.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Leyendo</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>No leído</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leído</translation>
    </message>
    <message>
        <source>Not whole</source>
        <translation>Incompleto</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Aún sin leer</translation>
    </message>
    <message>
        <source>Reading: {count} products so far</source>
        <translation>Leyendo: {count} productos hasta ahora</translation>
    </message>
    <message>
        <source>Products: {count} · never read whole</source>
        <translation>Productos: {count} · nunca leído entero</translation>
    </message>
    <message>
        <source>Products: {count} · read {time}</source>
        <translation>Productos: {count} · leído {time}</translation>
    </message>
    <message>
        <source>The catalogue is being read. Picking goes on meanwhile.</source>
        <translation>Se está leyendo el catálogo. Mientras tanto se sigue preparando.</translation>
    </message>
    <message>
        <source>No whole catalogue was read yet.</source>
        <translation>Aún no se ha leído ningún catálogo entero.</translation>
    </message>
    <message>
        <source>The program reads it once a day by itself.</source>
        <translation>El programa lo lee por sí solo una vez al día.</translation>
    </message>
    <message>
        <source>What was read before stays in use.</source>
        <translation>Lo leído antes sigue en uso.</translation>
    </message>
    <message>
        <source>Next time by itself: {time}.</source>
        <translation>Próxima lectura automática: {time}.</translation>
    </message>
</context>
<context>
    <name>CheckCard</name>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>The cart was not checked yet.</source>
        <translation>El carrito aún no se comprobó.</translation>
    </message>
    <message>
        <source>No connection. F5 asks once it is back.</source>
        <translation>Sin conexión. F5 pregunta cuando vuelva.</translation>
    </message>
    <message>
        <source>checked {time}</source>
        <translation>comprobado {time}</translation>
    </message>
    <message>
        <source>total {price} at {platform}</source>
        <translation>total {price} en {platform}</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) since</source>
        <translation>
            <numerusform>%n cambio desde entonces</numerusform>
            <numerusform>%n cambios desde entonces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s) refused</source>
        <translation>
            <numerusform>%n línea más rechazada</numerusform>
            <numerusform>%n líneas más rechazadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) accepted</source>
        <translation>
            <numerusform>%n línea aceptada</numerusform>
            <numerusform>%n líneas aceptadas</numerusform>
        </translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>no certain answer</source>
        <translation>sin respuesta segura</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>no preguntado</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>preguntando</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>espera el envío</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>UNDO</source>
        <translation>DESHACER</translation>
    </message>
    <message>
        <source>NOT FOUND</source>
        <translation>NO ENCONTRADO</translation>
    </message>
    <message>
        <source>REPLACE</source>
        <translation>REEMPLAZAR</translation>
    </message>
    <message>
        <source>ADD ITEM</source>
        <translation>AÑADIR ARTÍCULO</translation>
    </message>
    <message>
        <source>NEXT LINE</source>
        <translation>LÍNEA SIGUIENTE</translation>
    </message>
    <message>
        <source>NEXT ORDER</source>
        <translation>PEDIDO SIGUIENTE</translation>
    </message>
    <message>
        <source>INBOX</source>
        <translation>ENTRADA</translation>
    </message>
    <message>
        <source>CONFIRM</source>
        <translation>CONFIRMAR</translation>
    </message>
    <message>
        <source>ONE STEP BACK</source>
        <translation>UN PASO ATRÁS</translation>
    </message>
    <message>
        <source>FINISH</source>
        <translation>TERMINAR</translation>
    </message>
    <message>
        <source>REJECT</source>
        <translation>RECHAZAR</translation>
    </message>
    <message>
        <source>× {times}</source>
        <translation>× {times}</translation>
    </message>
    <message>
        <source>ADD PACK</source>
        <translation>UN PAQUETE MÁS</translation>
    </message>
    <message>
        <source>PRINT LABEL</source>
        <translation>IMPRIMIR ETIQUETA</translation>
    </message>
    <message>
        <source>CHECK CART</source>
        <translation>COMPROBAR CARRITO</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>PRUEBA</translation>
    </message>
</context>
<context>
    <name>CustomerCard</name>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>name not given</source>
        <translation>nombre no indicado</translation>
    </message>
    <message>
        <source>tax number {number}</source>
        <translation>n.º fiscal {number}</translation>
    </message>
    <message>
        <source>promised for {time}</source>
        <translation>prometido para las {time}</translation>
    </message>
</context>
<context>
    <name>DecidePanel</name>
    <message>
        <source>Decide</source>
        <translation>Decidir</translation>
    </message>
    <message>
        <source>What became of order {order}?</source>
        <translation>¿Qué pasó con el pedido {order}?</translation>
    </message>
    <message>
        <source>Accept order {order} again?</source>
        <translation>¿Aceptar otra vez el pedido {order}?</translation>
    </message>
    <message>
        <source>{platform} did not take it: “{words}” Without it the order cannot be sent on its way.</source>
        <translation>{platform} rechazó la aceptación: “{words}” Sin ella, el pedido no puede salir.</translation>
    </message>
    <message>
        <source>{platform} did not answer at first, then: “{words}” Look at its portal, then choose.</source>
        <translation>{platform} primero no respondió y después dijo: “{words}” Mire en su portal y elija.</translation>
    </message>
    <message>
        <source>{platform} never proved that it heard us. Look at its portal, then choose.</source>
        <translation>{platform} no mostró que lo recibió. Mire su portal y elija.</translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation>Enviar otra vez</translation>
    </message>
    <message>
        <source>Accept it again</source>
        <translation>Aceptar otra vez</translation>
    </message>
    <message>
        <source>It is dealt with</source>
        <translation>Ya está resuelto</translation>
    </message>
    <message>
        <source>The portal does not show it yet.</source>
        <translation>El portal todavía no lo muestra.</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Dejarlo como está</translation>
    </message>
    <message>
        <source>The portal shows it: nothing more is sent.</source>
        <translation>El portal ya lo muestra: no se envía nada más.</translation>
    </message>
</context>
<context>
    <name>DetailsDrawer</name>
    <message>
        <source>All details of the order</source>
        <translation>Todos los datos del pedido</translation>
    </message>
    <message>
        <source>All details</source>
        <translation>Todos los datos</translation>
    </message>
    <message>
        <source>closes</source>
        <translation>cierra</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>El cliente</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Pago</translation>
    </message>
    <message>
        <source>code</source>
        <translation>código</translation>
    </message>
    <message>
        <source>number</source>
        <translation>número</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>plataforma</translation>
    </message>
    <message>
        <source>shop</source>
        <translation>tienda</translation>
    </message>
    <message>
        <source>who carries it</source>
        <translation>quién lo lleva</translation>
    </message>
    <message>
        <source>ordered at</source>
        <translation>pedido a las</translation>
    </message>
    <message>
        <source>came at</source>
        <translation>llegó a las</translation>
    </message>
    <message>
        <source>due at</source>
        <translation>prometido para</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>tax number</source>
        <translation>n.º fiscal</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>teléfono</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>correo</translation>
    </message>
    <message>
        <source>address</source>
        <translation>dirección</translation>
    </message>
    <message>
        <source>how to find it</source>
        <translation>cómo encontrarla</translation>
    </message>
    <message>
        <source>goods</source>
        <translation>productos</translation>
    </message>
    <message>
        <source>delivery</source>
        <translation>envío</translation>
    </message>
    <message>
        <source>discount</source>
        <translation>descuento</translation>
    </message>
    <message>
        <source>total</source>
        <translation>total</translation>
    </message>
    <message>
        <source>to collect</source>
        <translation>por cobrar</translation>
    </message>
    <message>
        <source>the shop&apos;s code</source>
        <translation>código de la tienda</translation>
    </message>
    <message>
        <source>barcode</source>
        <translation>código de barras</translation>
    </message>
    <message>
        <source>ordered</source>
        <translation>pedido</translation>
    </message>
    <message>
        <source>price</source>
        <translation>precio</translation>
    </message>
    <message>
        <source>of the line</source>
        <translation>de la línea</translation>
    </message>
    <message>
        <source>wish</source>
        <translation>observación</translation>
    </message>
</context>
<context>
    <name>EmptyInbox</name>
    <message>
        <source>asks the platforms for orders now</source>
        <translation>pregunta ahora a las plataformas por pedidos</translation>
    </message>
    <message>
        <source>Nothing to pick</source>
        <translation>Nada que preparar</translation>
    </message>
    <message>
        <source>New orders appear here by themselves and ring until someone opens them.</source>
        <translation>Los pedidos nuevos aparecen aquí solos y suenan hasta que alguien los abre.</translation>
    </message>
    <message>
        <source>No order is being picked</source>
        <translation>Ningún pedido en preparación</translation>
    </message>
    <message>
        <source>An order moves here with its first scan.</source>
        <translation>El pedido pasa aquí con la primera lectura.</translation>
    </message>
    <message>
        <source>Nothing waits for a platform</source>
        <translation>Nada espera a una plataforma</translation>
    </message>
    <message>
        <source>Finished orders stay here until the platform confirms them.</source>
        <translation>Los pedidos terminados quedan aquí hasta que la plataforma los confirma.</translation>
    </message>
    <message>
        <source>Nothing done yet today</source>
        <translation>Nada hecho hoy todavía</translation>
    </message>
    <message>
        <source>Confirmed orders of today stand here.</source>
        <translation>Aquí están los pedidos confirmados de hoy.</translation>
    </message>
    <message>
        <source>No incidents</source>
        <translation>Sin incidencias</translation>
    </message>
    <message>
        <source>What a platform sent and nobody could read, and whatever else needs a person, is kept here.</source>
        <translation>Aquí queda lo que una plataforma envió y nadie pudo leer, y todo lo demás que necesita a una persona.</translation>
    </message>
</context>
<context>
    <name>FindPanel</name>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
</context>
<context>
    <name>FinishScreen</name>
    <message>
        <source>Back to picking</source>
        <translation>Volver a preparar</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>El cliente</translation>
    </message>
    <message>
        <source>Finish order {order}</source>
        <translation>Terminar el pedido {order}</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) as ordered.</source>
        <translation>
            <numerusform>%n línea como se pidió.</numerusform>
            <numerusform>%n líneas como se pidieron.</numerusform>
        </translation>
    </message>
    <message>
        <source>What changed against the order.</source>
        <translation>Qué cambió respecto al pedido.</translation>
    </message>
    <message>
        <source>name not given</source>
        <translation>nombre no indicado</translation>
    </message>
    <message>
        <source>{amount} less</source>
        <translation>{amount} menos</translation>
    </message>
    <message>
        <source>{amount} more</source>
        <translation>{amount} más</translation>
    </message>
    <message>
        <source>as ordered</source>
        <translation>como se pidió</translation>
    </message>
    <message>
        <source>Send as ready for pickup</source>
        <translation>Enviar como listo para recoger</translation>
    </message>
    <message>
        <source>Send as dispatched</source>
        <translation>Enviar como despachado</translation>
    </message>
    <message>
        <source>Send as ready</source>
        <translation>Enviar como listo</translation>
    </message>
    <message>
        <source>Handed over to the customer</source>
        <translation>Entregado al cliente</translation>
    </message>
    <message>
        <source>Finish all the same</source>
        <translation>Terminar de todos modos</translation>
    </message>
    <message>
        <source>Then it waits for {platform} to confirm. Without a connection it is saved here and sent later.</source>
        <translation>Después espera la confirmación de {platform}. Sin conexión queda guardado aquí y se envía más tarde.</translation>
    </message>
    <message>
        <source>{platform} still charges {total}: agree with the customer by phone.</source>
        <translation>{platform} cobra {total} de todos modos: acuérdelo con el cliente por teléfono.</translation>
    </message>
    <message>
        <source>no phone number given</source>
        <translation>sin número de teléfono</translation>
    </message>
    <message>
        <source>Reject: {platform} will phone</source>
        <translation>Rechazar: {platform} va a llamar</translation>
    </message>
    <message>
        <source>{platform} accepted this very cart</source>
        <translation>{platform} aceptó exactamente este carrito</translation>
    </message>
    <message>
        <source>{platform} refused the cart: {words}</source>
        <translation>{platform} rechazó el carrito: {words}</translation>
    </message>
    <message>
        <source>{platform} has not checked this cart yet</source>
        <translation>{platform} aún no comprobó este carrito</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) with fewer than ordered</source>
        <translation>
            <numerusform>%n línea con menos de lo pedido</numerusform>
            <numerusform>%n líneas con menos de lo pedido</numerusform>
        </translation>
    </message>
    <message>
        <source>Every line is decided</source>
        <translation>Todas las líneas están decididas</translation>
    </message>
    <message>
        <source>This also accepts the order at {platform}</source>
        <translation>Esto también acepta el pedido en {platform}</translation>
    </message>
    <message>
        <source>The rider collects {amount} in cash</source>
        <translation>El repartidor cobra {amount} en efectivo</translation>
    </message>
    <message>
        <source>The customer changed this order while it was picked</source>
        <translation>El cliente cambió este pedido durante la preparación</translation>
    </message>
    <message>
        <source>good</source>
        <translation>bien</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>note</source>
        <translation>atención</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>aún no</translation>
    </message>
    <message>
        <source>Weighed less</source>
        <translation>Pesó menos</translation>
    </message>
    <message>
        <source>Weighed more</source>
        <translation>Pesó más</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>Precio nuevo</translation>
    </message>
    <message>
        <source>{amount} in the bag</source>
        <translation>{amount} en la bolsa</translation>
    </message>
    <message>
        <source>{ordered} ordered, {amount} in the bag</source>
        <translation>pedido {ordered}, en la bolsa {amount}</translation>
    </message>
</context>
<context>
    <name>Hands</name>
    <message>
        <source>Asking the platforms for orders</source>
        <translation>Preguntando a las plataformas por pedidos</translation>
    </message>
    <message>
        <source>No phone number</source>
        <translation>Sin teléfono</translation>
    </message>
    <message>
        <source>The platform gave none.</source>
        <translation>La plataforma no lo dio.</translation>
    </message>
    <message>
        <source>Not a price</source>
        <translation>No es un precio</translation>
    </message>
    <message>
        <source>Type a number above 0.</source>
        <translation>Escriba un número mayor que 0.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nada encontrado</translation>
    </message>
    <message>
        <source>{code} comes back to the desk</source>
        <translation>{code} vuelve al mostrador</translation>
    </message>
    <message>
        <source>change it, then F9 sends it again</source>
        <translation>cámbielo, luego F9 lo envía de nuevo</translation>
    </message>
    <message>
        <source>{code} is sent again</source>
        <translation>{code} se envía otra vez</translation>
    </message>
    <message>
        <source>{code}: nothing more is sent</source>
        <translation>{code}: no se envía nada más</translation>
    </message>
    <message>
        <source>hands it to {platform}: not cancelled, they phone</source>
        <translation>lo pasa a {platform}: no se cancela, ellos llaman</translation>
    </message>
    <message>
        <source>This order is confirmed already</source>
        <translation>Este pedido ya está confirmado</translation>
    </message>
    <message>
        <source>hands it over all the same · “{details}”</source>
        <translation>lo rechaza de todos modos · “{details}”</translation>
    </message>
    <message>
        <source>These words are sent</source>
        <translation>Se envía este texto</translation>
    </message>
    <message>
        <source>sends them, typing replaces them · “{details}”</source>
        <translation>lo envía; escribir lo reemplaza · «{details}»</translation>
    </message>
    <message>
        <source>The platform is asked twice, 30 s apart: try again after that.</source>
        <translation>Se pregunta dos veces a la plataforma, con 30 s de intervalo: inténtelo después.</translation>
    </message>
    <message>
        <source>Not yet safe</source>
        <translation>Aún no es seguro</translation>
    </message>
    <message>
        <source>Seen to: it does not come again</source>
        <translation>Resuelto: no vuelve a aparecer</translation>
    </message>
    <message>
        <source>Nothing can be saved now</source>
        <translation>Ahora no se puede guardar nada</translation>
    </message>
    <message>
        <source>It can be saved again</source>
        <translation>Ya se puede guardar de nuevo</translation>
    </message>
    <message>
        <source>opens {code}</source>
        <translation>abre {code}</translation>
    </message>
    <message>
        <source>Scan an order or a product</source>
        <translation>Lea un pedido o un producto</translation>
    </message>
    <message>
        <source>sends the order</source>
        <translation>envía el pedido</translation>
    </message>
    <message>
        <source>Scan another product to go back</source>
        <translation>Lea otro producto para volver</translation>
    </message>
    <message>
        <source>Order {code}</source>
        <translation>Pedido {code}</translation>
    </message>
    <message>
        <source>Enter opens its order: there you say what is to be done.</source>
        <translation>Enter abre el pedido: allí usted dice qué hacer.</translation>
    </message>
    <message>
        <source>This is decided in the order</source>
        <translation>Esto se decide en el pedido</translation>
    </message>
    <message>
        <source>asks what is to be done</source>
        <translation>pregunta qué hacer</translation>
    </message>
    <message>
        <source>brings it back to the desk</source>
        <translation>lo devuelve al mostrador</translation>
    </message>
    <message>
        <source>Scan a product</source>
        <translation>Lea un producto</translation>
    </message>
    <message>
        <source>accepts order {code}</source>
        <translation>acepta el pedido {code}</translation>
    </message>
    <message>
        <source>takes the chosen line as ordered</source>
        <translation>marca la línea elegida como recogida</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>The keys</source>
        <translation>Las teclas</translation>
    </message>
    <message>
        <source>goes back</source>
        <translation>vuelve</translation>
    </message>
    <message>
        <source>In the inbox</source>
        <translation>En la lista de pedidos</translation>
    </message>
    <message>
        <source>In an order</source>
        <translation>En un pedido</translation>
    </message>
    <message>
        <source>choose an order</source>
        <translation>elegir un pedido</translation>
    </message>
    <message>
        <source>open the chosen order</source>
        <translation>abrir el pedido elegido</translation>
    </message>
    <message>
        <source>another tab</source>
        <translation>otra pestaña</translation>
    </message>
    <message>
        <source>ask for orders now</source>
        <translation>preguntar por pedidos ahora</translation>
    </message>
    <message>
        <source>find an order by code or name</source>
        <translation>buscar un pedido por código o nombre</translation>
    </message>
    <message>
        <source>the scans of today</source>
        <translation>las lecturas de hoy</translation>
    </message>
    <message>
        <source>silence the alarm</source>
        <translation>silenciar la alarma</translation>
    </message>
    <message>
        <source>scanner, labels, command sheet</source>
        <translation>lector, etiquetas, hoja de comandos</translation>
    </message>
    <message>
        <source>the shop: prices, products, hours</source>
        <translation>la tienda: precios, productos, abrir y cerrar</translation>
    </message>
    <message>
        <source>the settings, the tunnel, check everything</source>
        <translation>los ajustes, el túnel, comprobarlo todo</translation>
    </message>
    <message>
        <source>this help</source>
        <translation>esta ayuda</translation>
    </message>
    <message>
        <source>choose a line</source>
        <translation>elegir una línea</translation>
    </message>
    <message>
        <source>accept what is shown</source>
        <translation>aceptar lo que se muestra</translation>
    </message>
    <message>
        <source>one step back; twice: the inbox</source>
        <translation>un paso atrás; dos veces: la lista de pedidos</translation>
    </message>
    <message>
        <source>quantity or weight of the line</source>
        <translation>cantidad o peso de la línea</translation>
    </message>
    <message>
        <source>the line is not in the store</source>
        <translation>el artículo no está en la tienda</translation>
    </message>
    <message>
        <source>replace the line by another product</source>
        <translation>cambiar por otro producto</translation>
    </message>
    <message>
        <source>ask the platform whether it accepts the cart</source>
        <translation>preguntar a la plataforma si acepta el carrito</translation>
    </message>
    <message>
        <source>add an item, a carry bag</source>
        <translation>añadir un artículo, una bolsa</translation>
    </message>
    <message>
        <source>price of the line: of one or of all</source>
        <translation>precio de la línea: de uno o de todos</translation>
    </message>
    <message>
        <source>show the customer&apos;s phone number</source>
        <translation>mostrar el teléfono del cliente</translation>
    </message>
    <message>
        <source>all details of the order</source>
        <translation>todos los datos del pedido</translation>
    </message>
    <message>
        <source>finish the order; Enter sends it</source>
        <translation>terminar el pedido; Enter lo envía</translation>
    </message>
    <message>
        <source>cancel the order, with a reason</source>
        <translation>cancelar el pedido, con un motivo</translation>
    </message>
    <message>
        <source>undo the last act</source>
        <translation>deshacer la última acción</translation>
    </message>
    <message>
        <source>find a line</source>
        <translation>buscar una línea</translation>
    </message>
    <message>
        <source>The scanner</source>
        <translation>El lector</translation>
    </message>
    <message>
        <source>Scan at any time: where the cursor is makes no difference.</source>
        <translation>Lea en cualquier momento: no importa dónde esté el cursor.</translation>
    </message>
    <message>
        <source>In the inbox, the code of an order opens it.</source>
        <translation>En la lista, el código de un pedido lo abre.</translation>
    </message>
    <message>
        <source>In an order, each scan picks one piece. The label of the scale sets the weight.</source>
        <translation>En un pedido, cada lectura toma una unidad. La etiqueta de la balanza fija el peso.</translation>
    </message>
    <message>
        <source>While a product is looked for, the scan chooses it.</source>
        <translation>Mientras se busca un producto, la lectura lo elige.</translation>
    </message>
    <message>
        <source>The good sound means saved. What did not sound did not happen.</source>
        <translation>El sonido bueno significa guardado. Lo que no sonó no ocurrió.</translation>
    </message>
    <message>
        <source>The line at the bottom says what became of the last scan.</source>
        <translation>La franja de abajo dice qué pasó con la última lectura.</translation>
    </message>
    <message>
        <source>Kilograms: point and comma are both the decimal mark.</source>
        <translation>Kilos: punto y coma valen como separador decimal.</translation>
    </message>
    <message>
        <source>Switch off the scanner&apos;s own beep, so that only the program&apos;s sound counts.</source>
        <translation>Apague el pitido propio del lector, para que solo valga el sonido del programa.</translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>Incidents</source>
        <translation>Incidencias</translation>
    </message>
    <message>
        <source>Seen to</source>
        <translation>Resuelto</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Find an order</source>
        <translation>Buscar un pedido</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
</context>
<context>
    <name>IncidentWords</name>
    <message>
        <source>A message could not be read. You: look at the platform&apos;s screen</source>
        <translation>No se pudo leer un mensaje. Usted: mire la pantalla de la plataforma</translation>
    </message>
    <message>
        <source>The list of orders could not be read; tried again later</source>
        <translation>No se pudo leer la lista de pedidos; se intenta más tarde</translation>
    </message>
    <message>
        <source>An order came without its lines and could not be read in full</source>
        <translation>Un pedido llegó sin sus líneas y no se pudo leer entero</translation>
    </message>
    <message>
        <source>A message did not fit the order; nothing was changed</source>
        <translation>Un mensaje no encaja con el pedido; no se cambió nada</translation>
    </message>
    <message>
        <source>The same message came again with other words; the order is read anew</source>
        <translation>El mismo mensaje llegó con otro texto; el pedido se lee de nuevo</translation>
    </message>
    <message>
        <source>The platform named a state that is not known here</source>
        <translation>La plataforma indicó un estado que aquí no se conoce</translation>
    </message>
    <message>
        <source>A line has an unknown price type: it can be taken only whole</source>
        <translation>Una línea tiene un tipo de precio desconocido: solo se toma entera</translation>
    </message>
    <message>
        <source>This order names another store. You: ask before you pick it</source>
        <translation>Este pedido nombra otra tienda. Usted: pregunte antes de prepararlo</translation>
    </message>
    <message>
        <source>The platform does not know this order. You: check the account</source>
        <translation>La plataforma no conoce este pedido. Usted: revise la cuenta</translation>
    </message>
    <message>
        <source>Too late to cancel: the platform has it as fulfilled</source>
        <translation>Tarde para cancelar: la plataforma ya lo tiene como servido</translation>
    </message>
    <message>
        <source>The platform&apos;s cart differs from what was sent. You: compare</source>
        <translation>El carrito de la plataforma difiere de lo enviado. Usted: compare</translation>
    </message>
    <message>
        <source>What was saved in this time is lost. You: look through the open orders and pick them again</source>
        <translation>Lo que se guardó en este tiempo se perdió. Usted: revise los pedidos abiertos y prepárelos de nuevo</translation>
    </message>
    <message>
        <source>Everything saved up to this time is lost. You: look through the open orders and pick them again</source>
        <translation>Todo lo guardado hasta este momento se perdió. Usted: revise los pedidos abiertos y prepárelos de nuevo</translation>
    </message>
    <message>
        <source>The platform told something unknown here; it is kept</source>
        <translation>La plataforma avisó de algo desconocido aquí; queda guardado</translation>
    </message>
    <message>
        <source>A message could not be read; the others were taken in</source>
        <translation>Un mensaje no se pudo leer; los demás entraron</translation>
    </message>
    <message>
        <source>The platform&apos;s messages could not be read; asked again</source>
        <translation>Los mensajes de la plataforma no se pudieron leer; se pregunta de nuevo</translation>
    </message>
    <message>
        <source>A new order could not be read yet; it is tried again</source>
        <translation>Un pedido nuevo aún no se pudo leer; se intenta de nuevo</translation>
    </message>
    <message>
        <source>The platform tells of an order that it does not have. You: look at its portal, then F5</source>
        <translation>La plataforma avisa de un pedido que no tiene. Usted: mire el portal y luego F5</translation>
    </message>
    <message>
        <source>The platform does not let us read an order. You: look at its portal</source>
        <translation>La plataforma no deja leer un pedido. Usted: mire el portal</translation>
    </message>
    <message>
        <source>The platform refused to show an order. You: see its portal</source>
        <translation>La plataforma se negó a mostrar un pedido. Usted: mire el portal</translation>
    </message>
    <message>
        <source>An order came that could not be read; tried again each hour. You: look at the portal</source>
        <translation>Llegó un pedido que no se pudo leer; se intenta cada hora. Usted: mire el portal</translation>
    </message>
    <message>
        <source>An order of a shop that is not configured here: it was left alone. You: check merchant_ids</source>
        <translation>Un pedido de una tienda no configurada aquí: no se tocó. Usted: revise merchant_ids</translation>
    </message>
    <message>
        <source>A message could not be worked on; it is kept for support</source>
        <translation>Un mensaje no se pudo procesar; queda guardado para soporte</translation>
    </message>
    <message>
        <source>The platform did not take that a message arrived; it is not said again</source>
        <translation>La plataforma no aceptó el acuse de recibo; no se repite</translation>
    </message>
    <message>
        <source>The sums of this order do not add up; the platform&apos;s are shown</source>
        <translation>Las sumas de este pedido no cuadran; se muestran las de la plataforma</translation>
    </message>
    <message>
        <source>An unknown form of payment: it is counted as to be collected. You: ask</source>
        <translation>Forma de pago desconocida: cuenta como por cobrar. Usted: pregunte</translation>
    </message>
    <message>
        <source>The platform did not take that this order is here</source>
        <translation>La plataforma no aceptó el aviso de que este pedido llegó</translation>
    </message>
    <message>
        <source>The platform did not accept an order. You: open it with Enter</source>
        <translation>La plataforma rechazó la aceptación de un pedido. Usted: ábralo con Enter</translation>
    </message>
    <message>
        <source>The platform did not take that the order was delivered</source>
        <translation>La plataforma no aceptó el aviso de entrega</translation>
    </message>
    <message>
        <source>No answer, probably done. You: check in the platform&apos;s portal</source>
        <translation>Sin respuesta, probablemente hecho. Usted: compruébelo en el portal</translation>
    </message>
    <message>
        <source>Handed back twice without an answer. You: wait for the call</source>
        <translation>Devuelto dos veces sin respuesta. Usted: espere la llamada</translation>
    </message>
    <message>
        <source>Sent again and again, no proof. You: see the portal, then decide</source>
        <translation>Enviado varias veces, sin prueba. Usted: mire el portal y decida</translation>
    </message>
    <message>
        <source>Sent three times, no answer. You: look at the platform&apos;s screen</source>
        <translation>Enviado tres veces, sin respuesta. Usted: mire la pantalla de la plataforma</translation>
    </message>
    <message>
        <source>Something was not as expected: {code}</source>
        <translation>Algo no fue como se esperaba: {code}</translation>
    </message>
    <message>
        <source>{name}: stands in for another product there</source>
        <translation>{name}: allí sustituye a otro producto</translation>
    </message>
    <message>
        <source>{name}: sent {sent}, at the platform {there}</source>
        <translation>{name}: enviado {sent}, en la plataforma {there}</translation>
    </message>
    <message>
        <source>{name}: price sent {sent}, at the platform {there}</source>
        <translation>{name}: precio enviado {sent}, en la plataforma {there}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
</context>
<context>
    <name>Incidents</name>
    <message>
        <source>order {code}</source>
        <translation>pedido {code}</translation>
    </message>
</context>
<context>
    <name>JournalDrawer</name>
    <message>
        <source>Scans of today</source>
        <translation>Lecturas de hoy</translation>
    </message>
    <message>
        <source>closes</source>
        <translation>cierra</translation>
    </message>
    <message>
        <source>Each scan has its outcome. Scanning goes on meanwhile.</source>
        <translation>Cada lectura tiene su resultado. Mientras tanto se puede seguir leyendo.</translation>
    </message>
    <message>
        <source>Nothing was scanned today. Each scan will stand here.</source>
        <translation>Hoy no se leyó nada. Cada lectura aparecerá aquí.</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>between {low} and {high}</source>
        <translation>entre {low} y {high}</translation>
    </message>
    <message>
        <source>at least {low}</source>
        <translation>como mínimo {low}</translation>
    </message>
    <message>
        <source>at most {high}</source>
        <translation>como máximo {high}</translation>
    </message>
    <message>
        <source>new price {price} in all</source>
        <translation>precio nuevo {price} en total</translation>
    </message>
    <message>
        <source>new price {price} each</source>
        <translation>precio nuevo {price} cada uno</translation>
    </message>
    <message>
        <source>{price} / kg</source>
        <translation>{price} / kg</translation>
    </message>
    <message>
        <source>barcode {code}</source>
        <translation>código de barras {code}</translation>
    </message>
    <message>
        <source>of {amount}</source>
        <translation>de {amount}</translation>
    </message>
    <message>
        <source>replaced by {name}</source>
        <translation>cambiado por {name}</translation>
    </message>
    <message>
        <source>instead of {name}</source>
        <translation>en lugar de {name}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>All is sent</source>
        <translation>Todo está enviado</translation>
    </message>
    <message>
        <source>scan {number} · {number} accounted</source>
        <translation>lectura {number} · {number} registradas</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>guardado {time}</translation>
    </message>
    <message>
        <source>This computer cannot play sounds: watch this line instead.</source>
        <translation>Este equipo no reproduce sonidos: mire esta franja.</translation>
    </message>
    <message>
        <source>No loudspeaker was found: watch this line instead.</source>
        <translation>No se encontró altavoz: mire esta franja.</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Sin sonido</translation>
    </message>
</context>
<context>
    <name>OrderHead</name>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
</context>
<context>
    <name>OrderScreen</name>
    <message>
        <source>Lines of the order</source>
        <translation>Líneas del pedido</translation>
    </message>
    <message>
        <source>Find a line</source>
        <translation>Buscar una línea</translation>
    </message>
</context>
<context>
    <name>OrderSide</name>
    <message>
        <source>All details</source>
        <translation>Todos los datos</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No hay</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Add item</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidir</translation>
    </message>
    <message>
        <source>Take line</source>
        <translation>Recoger</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Entregar</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>Despachar</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>they may call now</source>
        <translation>ya pueden llamar</translation>
    </message>
    <message>
        <source>accept: {time}</source>
        <translation>aceptar: {time}</translation>
    </message>
    <message>
        <source>closed at {time}</source>
        <translation>cerrado a las {time}</translation>
    </message>
    <message>
        <source>no time given</source>
        <translation>sin hora</translation>
    </message>
    <message>
        <source>came at {time}</source>
        <translation>llegó a las {time}</translation>
    </message>
    <message>
        <source>came just now</source>
        <translation>acaba de llegar</translation>
    </message>
    <message>
        <source>came {time} ago</source>
        <translation>llegó hace {time}</translation>
    </message>
</context>
<context>
    <name>PaysCard</name>
    <message>
        <source>Customer pays</source>
        <translation>El cliente paga</translation>
    </message>
    <message>
        <source>ordered</source>
        <translation>pedido</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>diferencia</translation>
    </message>
    <message>
        <source>goods</source>
        <translation>productos</translation>
    </message>
    <message>
        <source>delivery</source>
        <translation>envío</translation>
    </message>
    <message>
        <source>discount</source>
        <translation>descuento</translation>
    </message>
    <message>
        <source>total</source>
        <translation>total</translation>
    </message>
    <message>
        <source>The rider collects {amount} in cash.</source>
        <translation>El repartidor cobra {amount} en efectivo.</translation>
    </message>
    <message>
        <source>A discount of {amount} is in it.</source>
        <translation>Incluye un descuento de {amount}.</translation>
    </message>
    <message>
        <source>The sums do not add up: these are {platform}’s own.</source>
        <translation>Las sumas no cuadran: estos son los valores de {platform}.</translation>
    </message>
    <message>
        <source>A form of payment is not known here: ask before it is collected.</source>
        <translation>Forma de pago desconocida: pregunte antes de cobrar.</translation>
    </message>
    <message>
        <source>collect {amount} at the door</source>
        <translation>cobrar {amount} en la entrega</translation>
    </message>
    <message>
        <source>paid online: nothing to collect</source>
        <translation>pagado en línea: nada que cobrar</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>pagado</translation>
    </message>
    <message>
        <source>to collect</source>
        <translation>por cobrar</translation>
    </message>
    <message>
        <source>Bring {change} of change for {note}.</source>
        <translation>Llevar {change} de cambio para {note}.</translation>
    </message>
    <message>
        <source>Take the card machine along.</source>
        <translation>Llevar el datáfono.</translation>
    </message>
</context>
<context>
    <name>PricePanel</name>
    <message>
        <source>Price of one</source>
        <translation>Precio de uno</translation>
    </message>
    <message>
        <source>Price of all</source>
        <translation>Precio de todos</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Price of {name}</source>
        <translation>Precio de {name}</translation>
    </message>
    <message>
        <source>What does a kilogram of {name} cost at the shelf?</source>
        <translation>¿Cuánto cuesta el kilo de {name} en la góndola?</translation>
    </message>
</context>
<context>
    <name>ProductPanel</name>
    <message>
        <source>Name or code of the product</source>
        <translation>Nombre o código del producto</translation>
    </message>
    <message>
        <source>Type a name or code, or scan the product</source>
        <translation>Escriba el nombre o código, o lea el producto</translation>
    </message>
    <message>
        <source>takes the marked one</source>
        <translation>acepta el marcado</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Productos</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>Añadir un artículo</translation>
    </message>
    <message>
        <source>A carry bag, or what the customer asks for as well.</source>
        <translation>Una bolsa, o lo que el cliente pida además.</translation>
    </message>
    <message>
        <source>Replace {name}</source>
        <translation>Cambiar {name}</translation>
    </message>
    <message>
        <source>Ask the customer first: F8 shows the phone number.</source>
        <translation>Pregunte antes al cliente: F8 muestra el teléfono.</translation>
    </message>
    <message>
        <source>Type a part of the name, or scan the product in your hand.</source>
        <translation>Escriba parte del nombre, o lea el producto que tiene en la mano.</translation>
    </message>
    <message>
        <source>Nothing fits “{text}”. Try a shorter part of the name.</source>
        <translation>Nada encaja con “{text}”. Pruebe con una parte más corta del nombre.</translation>
    </message>
</context>
<context>
    <name>Products</name>
    <message>
        <source>not on sale now</source>
        <translation>ahora no está a la venta</translation>
    </message>
    <message>
        <source>{price} cheaper</source>
        <translation>{price} más barato</translation>
    </message>
    <message>
        <source>{price} dearer</source>
        <translation>{price} más caro</translation>
    </message>
    <message>
        <source>same price</source>
        <translation>mismo precio</translation>
    </message>
</context>
<context>
    <name>PromotionForCustomers</name>
    <message>
        <source>{percentage} % off {items}</source>
        <translation>{percentage} % de descuento en {items}</translation>
    </message>
    <message>
        <source>{amount_off} off {items}</source>
        <translation>{amount_off} de descuento en {items}</translation>
    </message>
    <message>
        <source>{percentage} % off the second one: {items}</source>
        <translation>{percentage} % de descuento en la segunda unidad: {items}</translation>
    </message>
    <message>
        <source>Buy {quantity}, the last one {percentage} % off: {items}</source>
        <translation>Llévate {quantity}, la última con {percentage} % de descuento: {items}</translation>
    </message>
    <message>
        <source>Buy {quantity} of the same, {percentage} % off: {items}</source>
        <translation>Llévate {quantity} iguales con {percentage} % de descuento: {items}</translation>
    </message>
    <message>
        <source>{quantity} of the same for {fixed_price}: {items}</source>
        <translation>{quantity} iguales por {fixed_price}: {items}</translation>
    </message>
    <message>
        <source>Any {quantity}, {percentage} % off: {items}</source>
        <translation>{quantity} a elegir con {percentage} % de descuento: {items}</translation>
    </message>
    <message>
        <source>Any {quantity} for {fixed_price}: {items}</source>
        <translation>{quantity} a elegir por {fixed_price}: {items}</translation>
    </message>
    <message>
        <source>{percentage} % off when you spend {min_order}</source>
        <translation>{percentage} % de descuento en compras desde {min_order}</translation>
    </message>
    <message>
        <source>{percentage} % off when you spend {min_order}, at most {max_discount}</source>
        <translation>{percentage} % de descuento en compras desde {min_order}, como máximo {max_discount}</translation>
    </message>
    <message>
        <source>{percentage} % off everything</source>
        <translation>{percentage} % de descuento en todo</translation>
    </message>
    <message>
        <source>{percentage} % off everything, at most {max_discount}</source>
        <translation>{percentage} % de descuento en todo, como máximo {max_discount}</translation>
    </message>
    <message>
        <source>Free delivery when you spend {min_order}</source>
        <translation>Envío gratis en compras desde {min_order}</translation>
    </message>
    <message>
        <source>Free delivery</source>
        <translation>Envío gratis</translation>
    </message>
    <message>
        <source>{quantity} for {pay} on {items}</source>
        <translation>{quantity} por {pay} en {items}</translation>
    </message>
    <message>
        <source>Buy {quantity} or more, save {percentage} %: {items}</source>
        <translation>Llévate {quantity} o más y ahorra {percentage} %: {items}</translation>
    </message>
    <message>
        <source>{items} for {final_price}</source>
        <translation>{items} por {final_price}</translation>
    </message>
    <message>
        <source>Buy {quantity}, get {free} free: {items}</source>
        <translation>Compra {quantity} y llévate {free} gratis: {items}</translation>
    </message>
    <message>
        <source>Buy {quantity}, get {free} with {percentage} % off: {items}</source>
        <translation>Compra {quantity} y llévate {free} con {percentage} % de descuento: {items}</translation>
    </message>
    <message>
        <source>Buy {quantity}, get {free} with {amount_off} off each: {items}</source>
        <translation>Compra {quantity} y llévate {free} con {amount_off} de descuento cada una: {items}</translation>
    </message>
    <message>
        <source>Buy {quantity}, get {free} for {final_price} each: {items}</source>
        <translation>Compra {quantity} y llévate {free} por {final_price} cada una: {items}</translation>
    </message>
    <message>
        <source>For {quantity} pieces at most.</source>
        <translation>Para {quantity} unidades como máximo.</translation>
    </message>
    <message>
        <source>Alcohol does not count.</source>
        <translation>El alcohol no cuenta.</translation>
    </message>
    <message>
        <source>For loyalty customers.</source>
        <translation>Para clientes fieles.</translation>
    </message>
    <message>
        <source>For {audience} only.</source>
        <translation>Solo para {audience}.</translation>
    </message>
    <message>
        <source>When you collect it.</source>
        <translation>Al recogerlo en la tienda.</translation>
    </message>
    <message>
        <source>Still missing: {missing}.</source>
        <translation>Aún falta: {missing}.</translation>
    </message>
</context>
<context>
    <name>PromotionProblems</name>
    <message>
        <source>The file is broken at {place}: {reason}.</source>
        <translation>El archivo está dañado en {place}: {reason}.</translation>
    </message>
    <message>
        <source>The file is no UTF-8 text: byte {place}.</source>
        <translation>El archivo no es texto UTF-8: byte {place}.</translation>
    </message>
    <message>
        <source>Accepted is a JSON object with a list &quot;promotions&quot;.</source>
        <translation>Se acepta un objeto JSON con una lista &quot;promotions&quot;.</translation>
    </message>
    <message>
        <source>There is no promotion in it.</source>
        <translation>No contiene ninguna promoción.</translation>
    </message>
    <message>
        <source>The first line names the columns. Missing: {missing}.</source>
        <translation>La primera línea nombra las columnas. Faltan: {missing}.</translation>
    </message>
    <message>
        <source>{columns}: no column of this program, or there twice. Accepted: {accepted}.</source>
        <translation>{columns}: no es una columna de este programa o está dos veces. Se aceptan: {accepted}.</translation>
    </message>
    <message>
        <source>{count} promotions in one file: over {limit}, and it is not known whether so many are taken.</source>
        <translation>{count} promociones en un archivo: más de {limit}; no se sabe si se aceptan tantas.</translation>
    </message>
    <message>
        <source>{size} bytes in one file: over {limit}, and it is not known whether so many are taken.</source>
        <translation>{size} bytes en un archivo: más de {limit}; no se sabe si se aceptan tantos.</translation>
    </message>
    <message>
        <source>Line {line} has {count} columns, the first line has {expected}.</source>
        <translation>La línea {line} tiene {count} columnas, la primera tiene {expected}.</translation>
    </message>
    <message>
        <source>Line {line} belongs to the same promotion and says something else than the line before.</source>
        <translation>La línea {line} es de la misma promoción y dice algo distinto de la anterior.</translation>
    </message>
    <message>
        <source>Accepted is {accepted}, not {found}.</source>
        <translation>Se acepta {accepted}, no {found}.</translation>
    </message>
    <message>
        <source>{reason}.</source>
        <translation>{reason}.</translation>
    </message>
    <message>
        <source>This text has characters that were cut in two.</source>
        <translation>Este texto tiene caracteres cortados por la mitad.</translation>
    </message>
    <message>
        <source>Money is a whole number of minor units, like 250 for 2.50, not {found}.</source>
        <translation>El dinero es un número entero de céntimos, como 250 para 2,50, no {found}.</translation>
    </message>
    <message>
        <source>This number is beyond all bounds.</source>
        <translation>Este número supera todos los límites.</translation>
    </message>
    <message>
        <source>{found} is no mechanic. Accepted: {accepted}.</source>
        <translation>{found} no es una mecánica. Se aceptan: {accepted}.</translation>
    </message>
    <message>
        <source>{found} is no discount. Accepted: {accepted}.</source>
        <translation>{found} no es un descuento. Se aceptan: {accepted}.</translation>
    </message>
    <message>
        <source>{found} looks like a barcode that a spreadsheet shortened: write the whole one.</source>
        <translation>{found} parece un código de barras acortado por una hoja de cálculo: escríbalo entero.</translation>
    </message>
    <message>
        <source>{platform} has no {mechanic}.</source>
        <translation>{platform} no tiene {mechanic}.</translation>
    </message>
    <message>
        <source>It is not known whether {platform} has opened this mechanic yet.</source>
        <translation>No se sabe si {platform} ya ha abierto esta mecánica.</translation>
    </message>
    <message>
        <source>Choose DELIVERY or COLLECTION; for both, make two promotions.</source>
        <translation>Elija DELIVERY o COLLECTION; para ambas, haga dos promociones.</translation>
    </message>
    <message>
        <source>Name the sites: {platform} has no word for all of them.</source>
        <translation>Indique las tiendas: {platform} no tiene palabra para todas.</translation>
    </message>
    <message>
        <source>{platform} reaches all customers only, not {found}.</source>
        <translation>{platform} solo llega a todos los clientes, no a {found}.</translation>
    </message>
    <message>
        <source>{platform} cannot limit a promotion to {found}: choose no limit.</source>
        <translation>{platform} no puede limitar una promoción a {found}: elija sin límite.</translation>
    </message>
    <message>
        <source>{platform} takes whole {unit} only.</source>
        <translation>{platform} solo acepta {unit} enteros.</translation>
    </message>
    <message>
        <source>{platform} has no such field: leave it out.</source>
        <translation>{platform} no tiene este campo: déjelo fuera.</translation>
    </message>
    <message>
        <source>This mechanic needs it.</source>
        <translation>Esta mecánica lo necesita.</translation>
    </message>
    <message>
        <source>This mechanic has no such field: leave it out.</source>
        <translation>Esta mecánica no tiene este campo: déjelo fuera.</translation>
    </message>
    <message>
        <source>{key} is no field of this program: it cannot be sent.</source>
        <translation>{key} no es un campo de este programa: no se puede enviar.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Está vacío.</translation>
    </message>
    <message>
        <source>An entry is empty.</source>
        <translation>Una entrada está vacía.</translation>
    </message>
    <message>
        <source>Given more than once: {entries}.</source>
        <translation>Indicado más de una vez: {entries}.</translation>
    </message>
    <message>
        <source>Accepted are all characters but blanks, control characters and / ? # %.</source>
        <translation>Se aceptan todos los caracteres menos espacios, caracteres de control y / ? # %.</translation>
    </message>
    <message>
        <source>Two promotions have this id; the first is number {first}.</source>
        <translation>Dos promociones tienen este id; la primera es la número {first}.</translation>
    </message>
    <message>
        <source>This promotion is in a job that has not ended: wait for it.</source>
        <translation>Esta promoción está en un envío que no ha terminado: espere.</translation>
    </message>
    <message>
        <source>{count} characters: over {limit}, and it is not known how many are taken.</source>
        <translation>{count} caracteres: más de {limit}; no se sabe cuántos se aceptan.</translation>
    </message>
    <message>
        <source>This id was used before and has ended: a new one is safer.</source>
        <translation>Este id ya se usó y terminó: uno nuevo es más seguro.</translation>
    </message>
    <message>
        <source>{platform} accepted this id as {found}: another mechanic needs a new id.</source>
        <translation>{platform} aceptó este id como {found}: otra mecánica necesita un id nuevo.</translation>
    </message>
    <message>
        <source>{platform} accepted this id with another reward: it asks for a new id then.</source>
        <translation>{platform} aceptó este id con otro beneficio: entonces pide un id nuevo.</translation>
    </message>
    <message>
        <source>For {platform} this is promotion number {first}: the same name, sites and period.</source>
        <translation>Para {platform} esta es la promoción número {first}: el mismo nombre, tiendas y periodo.</translation>
    </message>
    <message>
        <source>Another name, site or period: the promotion that runs is ended first, then this one begins.</source>
        <translation>Otro nombre, tienda o periodo: primero termina la promoción activa y después empieza esta.</translation>
    </message>
    <message>
        <source>The name says {quoted}, the promotion {actual}.</source>
        <translation>El nombre dice {quoted}, la promoción {actual}.</translation>
    </message>
    <message>
        <source>Accepted are capital letters and _ only.</source>
        <translation>Solo se aceptan mayúsculas y _.</translation>
    </message>
    <message>
        <source>{found} is not known to exist. Known: {accepted}.</source>
        <translation>No se sabe si {found} existe. Conocidos: {accepted}.</translation>
    </message>
    <message>
        <source>Free delivery for customers who collect: there is no fee to save.</source>
        <translation>Envío gratis para quien recoge: no hay gastos que ahorrar.</translation>
    </message>
    <message>
        <source>Not among the known sites: {entries}.</source>
        <translation>No está entre las tiendas conocidas: {entries}.</translation>
    </message>
    <message>
        <source>* stands for every site: leave out the others.</source>
        <translation>* vale para todas las tiendas: deje fuera las demás.</translation>
    </message>
    <message>
        <source>{count} sites: over {limit}, and it is not known how many are taken.</source>
        <translation>{count} tiendas: más de {limit}; no se sabe cuántas se aceptan.</translation>
    </message>
    <message>
        <source>Not in the catalogue: {entries}.</source>
        <translation>No están en el catálogo: {entries}.</translation>
    </message>
    <message>
        <source>{count} items: over {limit}, and it is not known how many are taken.</source>
        <translation>{count} productos: más de {limit}; no se sabe cuántos se aceptan.</translation>
    </message>
    <message>
        <source>{count} items: every known example of this mechanic has one.</source>
        <translation>{count} productos: todos los ejemplos conocidos de esta mecánica tienen uno.</translation>
    </message>
    <message>
        <source>The last digit is not the check digit: {entries}.</source>
        <translation>El último dígito no es el de control: {entries}.</translation>
    </message>
    <message>
        <source>{count} items × sites: at most {limit}.</source>
        <translation>{count} productos × tiendas: como máximo {limit}.</translation>
    </message>
    <message>
        <source>Accepted are {least} or more.</source>
        <translation>Se aceptan {least} o más.</translation>
    </message>
    <message>
        <source>Accepted are 1 to {most}: fewer than the {quantity} that are bought.</source>
        <translation>Se aceptan de 1 a {most}: menos que las {quantity} compradas.</translation>
    </message>
    <message>
        <source>Every known example has 2.</source>
        <translation>Todos los ejemplos conocidos tienen 2.</translation>
    </message>
    <message>
        <source>Buy 1 or more is the same as no condition.</source>
        <translation>Comprar 1 o más es lo mismo que ninguna condición.</translation>
    </message>
    <message>
        <source>{quantity}: over {limit}, and it is not known how many are taken.</source>
        <translation>{quantity}: más de {limit}; no se sabe cuántos se aceptan.</translation>
    </message>
    <message>
        <source>{amount} {currency}: at most {digits} decimals.</source>
        <translation>{amount} {currency}: como máximo {digits} decimales.</translation>
    </message>
    <message>
        <source>Accepted is {least} {currency} or more.</source>
        <translation>Se acepta {least} {currency} o más.</translation>
    </message>
    <message>
        <source>It is not less than the price: {entries}.</source>
        <translation>No es menor que el precio: {entries}.</translation>
    </message>
    <message>
        <source>The customer saves nothing, by the known price: {entries}.</source>
        <translation>El cliente no ahorra nada, según el precio conocido: {entries}.</translation>
    </message>
    <message>
        <source>Every basket reaches 0.</source>
        <translation>Toda compra llega a 0.</translation>
    </message>
    <message>
        <source>The most that is taken off is over the smallest basket.</source>
        <translation>El descuento máximo supera la compra mínima.</translation>
    </message>
    <message>
        <source>Accepted is {least} to {most}, not {found}.</source>
        <translation>Se acepta de {least} a {most}, no {found}.</translation>
    </message>
    <message>
        <source>{found} % is no whole percent; only whole ones are known to be taken.</source>
        <translation>{found} % no es entero; solo se sabe que se aceptan enteros.</translation>
    </message>
    <message>
        <source>100 %: it costs nothing.</source>
        <translation>100 %: sale gratis.</translation>
    </message>
    <message>
        <source>{found} %: over {limit} %. Is that meant?</source>
        <translation>{found} %: más de {limit} %. ¿Es así?</translation>
    </message>
    <message>
        <source>The time has no zone.</source>
        <translation>La hora no tiene zona.</translation>
    </message>
    <message>
        <source>{found} is no time. Accepted: 2027-06-07, 2027-06-07 08:30, 2027-06-07T08:30:00Z.</source>
        <translation>{found} no es una hora. Se aceptan: 2027-06-07, 2027-06-07 08:30, 2027-06-07T08:30:00Z.</translation>
    </message>
    <message>
        <source>{found} does not exist in {zone}: the clock goes forward. The next time is {offered}.</source>
        <translation>{found} no existe en {zone}: el reloj se adelanta. La siguiente hora es {offered}.</translation>
    </message>
    <message>
        <source>{zone} is no time zone. Accepted: names like Europe/London.</source>
        <translation>{zone} no es una zona horaria. Se aceptan nombres como Europe/London.</translation>
    </message>
    <message>
        <source>The end is not after the begin.</source>
        <translation>El fin no es posterior al inicio.</translation>
    </message>
    <message>
        <source>The end is in the past.</source>
        <translation>El fin ya ha pasado.</translation>
    </message>
    <message>
        <source>The begin is in the past: it begins at once.</source>
        <translation>El inicio ya ha pasado: empieza de inmediato.</translation>
    </message>
    <message>
        <source>Longer than {limit} days.</source>
        <translation>Más de {limit} días.</translation>
    </message>
    <message>
        <source>Shorter than {limit} h.</source>
        <translation>Menos de {limit} h.</translation>
    </message>
    <message>
        <source>The same site and time as {others}: {entries}.</source>
        <translation>La misma tienda y hora que {others}: {entries}.</translation>
    </message>
    <message>
        <source>{found} is no reason. Accepted: {accepted}.</source>
        <translation>{found} no es un motivo. Se aceptan: {accepted}.</translation>
    </message>
    <message>
        <source>{found} is no locale like de_AT.</source>
        <translation>{found} no es un idioma como de_AT.</translation>
    </message>
    <message>
        <source>{found}: accepted is a number over 0.</source>
        <translation>{found}: se acepta un número mayor que 0.</translation>
    </message>
    <message>
        <source>Accepted is a value over 0.</source>
        <translation>Se acepta un valor mayor que 0.</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texto</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>una lista de textos</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un número entero</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un número</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true o false</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>un objeto</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>una lista</translation>
    </message>
    <message>
        <source>a list like [&quot;123&quot;, &quot;456&quot;], or 123 456</source>
        <translation>una lista como [&quot;123&quot;, &quot;456&quot;], o 123 456</translation>
    </message>
    <message>
        <source>a number like 2.50</source>
        <translation>un número como 2.50</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>yes o no</translation>
    </message>
    <message>
        <source>an object in braces</source>
        <translation>un objeto entre llaves</translation>
    </message>
    <message>
        <source>texts by language, like {&quot;de_AT&quot;: &quot;Angebot&quot;}</source>
        <translation>textos por idioma, como {&quot;de_AT&quot;: &quot;Angebot&quot;}</translation>
    </message>
    <message>
        <source>numbers by name, like {&quot;global_limit&quot;: 100}</source>
        <translation>números por nombre, como {&quot;global_limit&quot;: 100}</translation>
    </message>
    <message>
        <source>what this program wrote there</source>
        <translation>lo que este programa escribió ahí</translation>
    </message>
    <message>
        <source>a number beyond all bounds</source>
        <translation>un número más allá de todo límite</translation>
    </message>
    <message>
        <source>given twice</source>
        <translation>puesto dos veces</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>está anidado a demasiada profundidad</translation>
    </message>
    <message>
        <source>{list} and {rest} more</source>
        <translation>{list} y {rest} más</translation>
    </message>
</context>
<context>
    <name>Promotions</name>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Nada todavía.</translation>
    </message>
    <message>
        <source>Word for word</source>
        <translation>Texto exacto</translation>
    </message>
    <message>
        <source>Next discount</source>
        <translation>Siguiente descuento</translation>
    </message>
    <message>
        <source>Another discount</source>
        <translation>Otro descuento</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Copy to next month</source>
        <translation>Copiar al mes siguiente</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>Está allí</translation>
    </message>
    <message>
        <source>It is not there</source>
        <translation>No está allí</translation>
    </message>
    <message>
        <source>What the customer reads</source>
        <translation>Lo que lee el cliente</translation>
    </message>
    <message>
        <source>Does the platform have it?</source>
        <translation>¿La tiene la plataforma?</translation>
    </message>
    <message>
        <source>Look there, then say it here: F9 it is there, F3 it is not.</source>
        <translation>Mire allí y dígalo aquí: F9 está, F3 no está.</translation>
    </message>
    <message>
        <source>changes it</source>
        <translation>la cambia</translation>
    </message>
    <message>
        <source>Copied to next month</source>
        <translation>Copiada al mes siguiente</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>Anotado</translation>
    </message>
    <message>
        <source>As it would be sent now</source>
        <translation>Como se enviaría ahora</translation>
    </message>
    <message>
        <source>As the platform took it last</source>
        <translation>Como la aceptó la plataforma la última vez</translation>
    </message>
    <message>
        <source>Sent with sending {number}</source>
        <translation>Enviada con el envío {number}</translation>
    </message>
    <message>
        <source>sending {number}</source>
        <translation>envío {number}</translation>
    </message>
    <message>
        <source>An example basket</source>
        <translation>Una compra de ejemplo</translation>
    </message>
    <message>
        <source>To mend</source>
        <translation>Por corregir</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Choose the products</source>
        <translation>Elegir los productos</translation>
    </message>
    <message>
        <source>ids with blanks between; * is every site</source>
        <translation>ids separados por espacios; * son todas las tiendas</translation>
    </message>
    <message>
        <source>ids with blanks between</source>
        <translation>ids separados por espacios</translation>
    </message>
    <message>
        <source>Discount {number} of {count}</source>
        <translation>Descuento {number} de {count}</translation>
    </message>
    <message>
        <source>It appears as soon as nothing is missing.</source>
        <translation>Aparece en cuanto no falte nada.</translation>
    </message>
    <message>
        <source>Goods of any kind</source>
        <translation>Productos diversos</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Envío</translation>
    </message>
    <message>
        <source>without the promotion</source>
        <translation>sin la promoción</translation>
    </message>
    <message>
        <source>{after}, {saved} less</source>
        <translation>{after}, {saved} menos</translation>
    </message>
    <message>
        <source>Some prices are made up: the catalogue does not know them.</source>
        <translation>Algunos precios son inventados: el catálogo no los conoce.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>y {count} más</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Actuales</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Sin enviar</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Activas</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>Su turno</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Terminadas</translation>
    </message>
    <message>
        <source>until it begins</source>
        <translation>hasta que empiece</translation>
    </message>
    <message>
        <source>left</source>
        <translation>restantes</translation>
    </message>
    <message>
        <source>changed here, not sent</source>
        <translation>cambiada aquí, sin enviar</translation>
    </message>
    <message>
        <source>made elsewhere</source>
        <translation>hecha en otro lugar</translation>
    </message>
    <message>
        <source>its time is over</source>
        <translation>su plazo ha pasado</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nueva</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marcar</translation>
    </message>
    <message>
        <source>Check and send</source>
        <translation>Revisar y enviar</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>After that</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendario</translation>
    </message>
    <message>
        <source>Nothing runs in these days. ← and → show others.</source>
        <translation>Nada activo en estos días. ← y → muestran otros.</translation>
    </message>
    <message>
        <source>{month} {year}, from week {week} on</source>
        <translation>{month} {year}, desde la semana {week}</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>What became of each</source>
        <translation>Qué pasó con cada una</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Sendings</source>
        <translation>Envíos</translation>
    </message>
    <message>
        <source>Nothing was sent yet. F5 in the list checks and sends.</source>
        <translation>Aún no se ha enviado nada. F5 en la lista revisa y envía.</translation>
    </message>
    <message>
        <source>{number} · {purpose} · {promotions}</source>
        <translation>{number} · {purpose} · {promotions}</translation>
    </message>
    <message>
        <source>Open the promotion</source>
        <translation>Abrir la promoción</translation>
    </message>
    <message>
        <source>Ask the platform again</source>
        <translation>Preguntar otra vez a la plataforma</translation>
    </message>
    <message>
        <source>A sending</source>
        <translation>Un envío</translation>
    </message>
    <message>
        <source>opens the marked promotion</source>
        <translation>abre la promoción marcada</translation>
    </message>
    <message>
        <source>Sending {number} to {platform}</source>
        <translation>Envío {number} a {platform}</translation>
    </message>
    <message>
        <source>{sent} of {size} bytes have left</source>
        <translation>{sent} de {size} bytes han salido</translation>
    </message>
    <message>
        <source>{done} of {total} worked on by the platform</source>
        <translation>{done} de {total} procesadas por la plataforma</translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation>Preguntado otra vez</translation>
    </message>
    <message>
        <source>It has ended</source>
        <translation>Ya ha terminado</translation>
    </message>
    <message>
        <source>The platform’s last answer</source>
        <translation>La última respuesta de la plataforma</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Lo que se envía</translation>
    </message>
    <message>
        <source>Sending {number}</source>
        <translation>Envío {number}</translation>
    </message>
    <message>
        <source>Too late to stop it</source>
        <translation>Demasiado tarde para pararlo</translation>
    </message>
    <message>
        <source>The platform has it already; end the promotions instead.</source>
        <translation>La plataforma ya lo tiene; termine las promociones.</translation>
    </message>
    <message>
        <source>of {total}</source>
        <translation>de {total}</translation>
    </message>
    <message>
        <source>{done} taken, {failed} refused or in part, of {total}</source>
        <translation>{done} aceptadas, {failed} rechazadas o en parte, de {total}</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>Terminar ahora</translation>
    </message>
    <message>
        <source>Find a promotion</source>
        <translation>Buscar una promoción</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>A part of the name or the id</source>
        <translation>Una parte del nombre o del id</translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>Promociones</translation>
    </message>
    <message>
        <source>opens the chosen one</source>
        <translation>abre la elegida</translation>
    </message>
    <message>
        <source>F5 checks them, Ctrl Del ends them</source>
        <translation>F5 las revisa, Ctrl Del las termina</translation>
    </message>
    <message>
        <source>Nothing has “{text}” in its name or id.</source>
        <translation>Nada tiene “{text}” en el nombre o el id.</translation>
    </message>
    <message>
        <source>Nothing stands here now. ← and → show the other tabs.</source>
        <translation>Aquí no hay nada ahora. ← y → muestran las otras pestañas.</translation>
    </message>
    <message>
        <source>No promotions yet.

F6 composes one: choose how it works, its products and its time; the sentence that the customer reads and an example basket are shown while you type.
F4 brings in a file of the platform or of a spreadsheet.

Nothing is sent before it was checked and you have seen what changes.</source>
        <translation>Aún no hay promociones.

F6 crea una: elija cómo funciona, sus productos y su periodo; la frase que lee el cliente y una compra de ejemplo se muestran mientras escribe.
F4 trae un archivo de la plataforma o de una hoja de cálculo.

No se envía nada antes de revisarlo y de que vea qué cambia.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Revisada</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <source>Change on its way</source>
        <translation>Cambio en camino</translation>
    </message>
    <message>
        <source>Taken, starts later</source>
        <translation>Aceptada, empieza luego</translation>
    </message>
    <message>
        <source>Partly live</source>
        <translation>Activa en parte</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>Not certain: your turn</source>
        <translation>Incierta: su turno</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiada</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Termina</translation>
    </message>
    <message>
        <source>Same: not sent</source>
        <translation>Igual: no se envía</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>Corregir</translation>
    </message>
    <message>
        <source>Go on without these</source>
        <translation>Seguir sin estas</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Revisar otra vez</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Terminando</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Revisando</translation>
    </message>
    <message>
        <source>Nothing is sent yet</source>
        <translation>Aún no se envía nada</translation>
    </message>
    <message>
        <source>The check was stopped</source>
        <translation>La revisión se ha parado</translation>
    </message>
    <message>
        <source>nothing was sent</source>
        <translation>no se ha enviado nada</translation>
    </message>
    <message>
        <source>{done} of {total} checked</source>
        <translation>{done} de {total} revisadas</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>nuevas: {count}</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>cambiadas: {count}</translation>
    </message>
    <message>
        <source>{count} ending</source>
        <translation>por terminar: {count}</translation>
    </message>
    <message>
        <source>{count} the same</source>
        <translation>iguales: {count}</translation>
    </message>
    <message>
        <source>No file was ever sent from here: find out from Deliveroo whether a file adds to what it has or takes its place. docs/configuration.md: bulk.</source>
        <translation>Nunca se envió un archivo desde aquí: pregunte a Deliveroo si un archivo añade a lo que tiene o lo sustituye. docs/configuration.md: bulk.</translation>
    </message>
    <message>
        <source>What changes at the platform</source>
        <translation>Qué cambia en la plataforma</translation>
    </message>
    <message>
        <source>Nothing changes.</source>
        <translation>No cambia nada.</translation>
    </message>
    <message>
        <source>nothing is sent; goes to the marked one</source>
        <translation>no se envía nada; va al marcado</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>Nada que enviar</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>saved here; the program sends it</source>
        <translation>guardado aquí; el programa lo envía</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminada</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>Percent off</source>
        <translation>Descuento en %</translation>
    </message>
    <message>
        <source>20 % off each of these products</source>
        <translation>20 % de descuento en cada uno de estos productos</translation>
    </message>
    <message>
        <source>Money off</source>
        <translation>Descuento en dinero</translation>
    </message>
    <message>
        <source>1.00 off each of these products</source>
        <translation>1,00 de descuento en cada uno de estos productos</translation>
    </message>
    <message>
        <source>Percent off the second one</source>
        <translation>Descuento en la segunda unidad</translation>
    </message>
    <message>
        <source>buy two, the second at half price</source>
        <translation>llévate dos, la segunda a mitad de precio</translation>
    </message>
    <message>
        <source>Several of the same, percent off</source>
        <translation>Varios iguales, descuento en %</translation>
    </message>
    <message>
        <source>buy 3 of the same, 15 % off</source>
        <translation>llévate 3 iguales, 15 % de descuento</translation>
    </message>
    <message>
        <source>Several of the same, one price</source>
        <translation>Varios iguales, un precio</translation>
    </message>
    <message>
        <source>3 of the same for 5.00</source>
        <translation>3 iguales por 5,00</translation>
    </message>
    <message>
        <source>Mixed, percent off</source>
        <translation>Combinados, descuento en %</translation>
    </message>
    <message>
        <source>any 3 of these products, 15 % off</source>
        <translation>3 de estos productos a elegir, 15 % de descuento</translation>
    </message>
    <message>
        <source>Mixed, one price</source>
        <translation>Combinados, un precio</translation>
    </message>
    <message>
        <source>any 3 of these products for 5.00</source>
        <translation>3 de estos productos a elegir por 5,00</translation>
    </message>
    <message>
        <source>Percent off the basket</source>
        <translation>Descuento en la compra</translation>
    </message>
    <message>
        <source>10 % off from 30.00 on</source>
        <translation>10 % de descuento desde 30,00</translation>
    </message>
    <message>
        <source>Free delivery</source>
        <translation>Envío gratis</translation>
    </message>
    <message>
        <source>no delivery fee from 20.00 on</source>
        <translation>sin gastos de envío desde 20,00</translation>
    </message>
    <message>
        <source>Pieces free</source>
        <translation>Unidades gratis</translation>
    </message>
    <message>
        <source>3 for 2</source>
        <translation>3 por 2</translation>
    </message>
    <message>
        <source>From so many on, percent off</source>
        <translation>Desde tantas unidades, descuento en %</translation>
    </message>
    <message>
        <source>buy 6 or more, save 25 %</source>
        <translation>llévate 6 o más, ahorra 25 %</translation>
    </message>
    <message>
        <source>Reduced price</source>
        <translation>Precio rebajado</translation>
    </message>
    <message>
        <source>the old price is shown struck through</source>
        <translation>el precio anterior se muestra tachado</translation>
    </message>
    <message>
        <source>Bundle of the same</source>
        <translation>Lote del mismo producto</translation>
    </message>
    <message>
        <source>buy 2, get 1 free or reduced</source>
        <translation>compra 2 y llévate 1 gratis o rebajada</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>Precio nuevo</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>Promoción</translation>
    </message>
    <message>
        <source>Read the file</source>
        <translation>Leer el archivo</translation>
    </message>
    <message>
        <source>Bring in as drafts</source>
        <translation>Traer como borradores</translation>
    </message>
    <message>
        <source>They are live already</source>
        <translation>Ya están activas</translation>
    </message>
    <message>
        <source>Write into this file</source>
        <translation>Escribir en este archivo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Path of a .json or .csv file</source>
        <translation>Ruta de un archivo .json o .csv</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Files of promotions</source>
        <translation>Archivos de promociones</translation>
    </message>
    <message>
        <source>F7 writes into the file, as Deliveroo’s JSON or as CSV: {promotions}.</source>
        <translation>F7 escribe en el archivo, como JSON de Deliveroo o CSV: {promotions}.</translation>
    </message>
    <message>
        <source>nothing is brought in</source>
        <translation>no se trae nada</translation>
    </message>
    <message>
        <source>F5 checks them</source>
        <translation>F5 las revisa</translation>
    </message>
    <message>
        <source>What is brought in counts as live: made elsewhere, the platform has it. F3 undoes it.</source>
        <translation>Lo que se trae cuenta como activo: hecho en otro lugar, la plataforma lo tiene. F3 lo deshace.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elija un archivo</translation>
    </message>
    <message>
        <source>reads it</source>
        <translation>lo lee</translation>
    </message>
    <message>
        <source>There is no .json or .csv file in {folder}.</source>
        <translation>No hay ningún archivo .json o .csv en {folder}.</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>El archivo no se puede leer</translation>
    </message>
    <message>
        <source>brings them in, nothing is sent</source>
        <translation>las trae, no se envía nada</translation>
    </message>
    <message>
        <source>Nothing is brought in</source>
        <translation>No se trae nada</translation>
    </message>
    <message>
        <source>Name a .json or .csv file</source>
        <translation>Indique un archivo .json o .csv</translation>
    </message>
    <message>
        <source>Nothing to write</source>
        <translation>Nada que escribir</translation>
    </message>
    <message>
        <source>There is such a file already</source>
        <translation>Ya existe ese archivo</translation>
    </message>
    <message>
        <source>The file cannot be written</source>
        <translation>El archivo no se puede escribir</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>carpeta</translation>
    </message>
    <message>
        <source>promotion {number}</source>
        <translation>promoción {number}</translation>
    </message>
    <message>
        <source>Must be mended</source>
        <translation>Hay que corregirlo</translation>
    </message>
    <message>
        <source>Is that meant?</source>
        <translation>¿Es así?</translation>
    </message>
    <message>
        <source>New here</source>
        <translation>Nueva aquí</translation>
    </message>
    <message>
        <source>Same as here</source>
        <translation>Igual que aquí</translation>
    </message>
    <message>
        <source>Changes it here</source>
        <translation>Cambia la de aquí</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Mechanic</source>
        <translation>Mecánica</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Público</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Tiendas</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Modalidad</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Productos</translation>
    </message>
    <message>
        <source>Pieces to buy</source>
        <translation>Unidades que se compran</translation>
    </message>
    <message>
        <source>Smallest basket</source>
        <translation>Compra mínima</translation>
    </message>
    <message>
        <source>Alcohol</source>
        <translation>Alcohol</translation>
    </message>
    <message>
        <source>Price for all together</source>
        <translation>Precio por todas juntas</translation>
    </message>
    <message>
        <source>Pieces of them free</source>
        <translation>De ellas, gratis</translation>
    </message>
    <message>
        <source>At most off</source>
        <translation>Descuento máximo</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>Descuentos</translation>
    </message>
    <message>
        <source>Kind of discount</source>
        <translation>Tipo de descuento</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Pieces at most</source>
        <translation>Máximo de unidades</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Names by language</source>
        <translation>Nombres por idioma</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>Times in all</source>
        <translation>Veces en total</translation>
    </message>
    <message>
        <source>Most off an order</source>
        <translation>Máximo por pedido</translation>
    </message>
    <message>
        <source>Most pieces in an order</source>
        <translation>Máximo de unidades por pedido</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activa</translation>
    </message>
    <message>
        <source>all customers</source>
        <translation>todos los clientes</translation>
    </message>
    <message>
        <source>loyalty customers</source>
        <translation>clientes fieles</translation>
    </message>
    <message>
        <source>delivery</source>
        <translation>envío</translation>
    </message>
    <message>
        <source>collection</source>
        <translation>recogida</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>cuenta</translation>
    </message>
    <message>
        <source>does not count</source>
        <translation>no cuenta</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>sin indicar</translation>
    </message>
    <message>
        <source>competition</source>
        <translation>competencia</translation>
    </message>
    <message>
        <source>too much in stock</source>
        <translation>exceso de existencias</translation>
    </message>
    <message>
        <source>leaves the range</source>
        <translation>sale del surtido</translation>
    </message>
    <message>
        <source>expires soon</source>
        <translation>caduca pronto</translation>
    </message>
    <message>
        <source>paid by the supplier</source>
        <translation>pagado por el proveedor</translation>
    </message>
    <message>
        <source>trading</source>
        <translation>comercial</translation>
    </message>
    <message>
        <source>composed here</source>
        <translation>creada aquí</translation>
    </message>
    <message>
        <source>changed here</source>
        <translation>cambiada aquí</translation>
    </message>
    <message>
        <source>taken back here</source>
        <translation>retirada aquí</translation>
    </message>
    <message>
        <source>brought in from a file: made elsewhere</source>
        <translation>traída de un archivo: hecha en otro lugar</translation>
    </message>
    <message>
        <source>a person said: the platform has it</source>
        <translation>una persona dijo: la plataforma la tiene</translation>
    </message>
    <message>
        <source>a person said: the platform does not have it</source>
        <translation>una persona dijo: la plataforma no la tiene</translation>
    </message>
    <message>
        <source>to be sent</source>
        <translation>por enviar</translation>
    </message>
    <message>
        <source>a person wants it stopped</source>
        <translation>una persona quiere pararlo</translation>
    </message>
    <message>
        <source>the platform gave an address for the file</source>
        <translation>la plataforma dio una dirección para el archivo</translation>
    </message>
    <message>
        <source>that address was given up; a new one is asked for</source>
        <translation>se abandonó esa dirección; se pide otra</translation>
    </message>
    <message>
        <source>the file leaves</source>
        <translation>el archivo sale</translation>
    </message>
    <message>
        <source>the file has arrived</source>
        <translation>el archivo ha llegado</translation>
    </message>
    <message>
        <source>it is not certain whether the file arrived</source>
        <translation>no es seguro que el archivo llegara</translation>
    </message>
    <message>
        <source>the file did not get through; it is tried again</source>
        <translation>el archivo no pasó; se intenta otra vez</translation>
    </message>
    <message>
        <source>the file has not arrived; it is sent again</source>
        <translation>el archivo no llegó; se envía otra vez</translation>
    </message>
    <message>
        <source>the program ended while it was on its way</source>
        <translation>el programa terminó durante el envío</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviada</translation>
    </message>
    <message>
        <source>the platform took it and works on it</source>
        <translation>la plataforma la recibió y la procesa</translation>
    </message>
    <message>
        <source>the platform says</source>
        <translation>la plataforma dice</translation>
    </message>
    <message>
        <source>the platform works on it already; it is tried again</source>
        <translation>la plataforma ya la procesa; se intenta otra vez</translation>
    </message>
    <message>
        <source>no good answer; it is tried again</source>
        <translation>sin buena respuesta; se intenta otra vez</translation>
    </message>
    <message>
        <source>the platform reported back</source>
        <translation>la plataforma avisó</translation>
    </message>
    <message>
        <source>a person asked again</source>
        <translation>una persona preguntó otra vez</translation>
    </message>
    <message>
        <source>All taken</source>
        <translation>Todas aceptadas</translation>
    </message>
    <message>
        <source>Partly taken</source>
        <translation>Aceptada en parte</translation>
    </message>
    <message>
        <source>The platform had it already</source>
        <translation>La plataforma ya la tenía</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>No aceptada</translation>
    </message>
    <message>
        <source>Never arrived</source>
        <translation>Nunca llegó</translation>
    </message>
    <message>
        <source>Not certain</source>
        <translation>Incierta</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Parado</translation>
    </message>
    <message>
        <source>Replaced by a newer one</source>
        <translation>Sustituido por uno más nuevo</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Nada que hacer</translation>
    </message>
    <message>
        <source>Waits to leave</source>
        <translation>Espera para salir</translation>
    </message>
    <message>
        <source>About to leave</source>
        <translation>A punto de salir</translation>
    </message>
    <message>
        <source>Not certain, asking again</source>
        <translation>Incierto, preguntando otra vez</translation>
    </message>
    <message>
        <source>With the platform</source>
        <translation>En la plataforma</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Aceptada</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>Sin respuesta aún</translation>
    </message>
    <message>
        <source>The platform does not know these products: {items}</source>
        <translation>La plataforma no conoce estos productos: {items}</translation>
    </message>
    <message>
        <source>Another promotion runs for these products: {items}</source>
        <translation>Otra promoción está activa para estos productos: {items}</translation>
    </message>
    <message>
        <source>The platform refuses the period.</source>
        <translation>La plataforma rechaza el periodo.</translation>
    </message>
    <message>
        <source>The platform gave no reason.</source>
        <translation>La plataforma no dio ningún motivo.</translation>
    </message>
    <message>
        <source>It is not there any more, or they are not of one account.</source>
        <translation>Ya no está, o no son de una misma cuenta.</translation>
    </message>
    <message>
        <source>There is a promotion with this id already.</source>
        <translation>Ya hay una promoción con este id.</translation>
    </message>
    <message>
        <source>The id was sent already: copy the promotion for another id.</source>
        <translation>El id ya se envió: copie la promoción para tener otro.</translation>
    </message>
    <message>
        <source>It was taken back: copy it to use it again.</source>
        <translation>Se retiró: cópiela para usarla otra vez.</translation>
    </message>
    <message>
        <source>It is on its way: wait until the platform has answered.</source>
        <translation>Está en camino: espere la respuesta de la plataforma.</translation>
    </message>
    <message>
        <source>It was changed after the check: check it again.</source>
        <translation>Se cambió después de la revisión: revísela otra vez.</translation>
    </message>
    <message>
        <source>It is not certain whether the platform has it: say so first.</source>
        <translation>No es seguro que la plataforma la tenga: dígalo primero.</translation>
    </message>
    <message>
        <source>The platform has no words for it.</source>
        <translation>La plataforma no tiene palabras para ello.</translation>
    </message>
    <message>
        <source>The platform has it as it stands here.</source>
        <translation>La plataforma ya la tiene como está aquí.</translation>
    </message>
    <message>
        <source>It is over already.</source>
        <translation>Ya ha terminado.</translation>
    </message>
    <message>
        <source>Nothing about it is uncertain.</source>
        <translation>Nada en ella es incierto.</translation>
    </message>
    <message>
        <source>Something has to be mended first.</source>
        <translation>Antes hay que corregir algo.</translation>
    </message>
    <message>
        <source>It could not be saved.</source>
        <translation>No se pudo guardar.</translation>
    </message>
    <message>
        <source>It was changed meanwhile: look at it again.</source>
        <translation>Se cambió mientras tanto: mírela otra vez.</translation>
    </message>
    <message>
        <source>No answer: your turn</source>
        <translation>Sin respuesta: su turno</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Parando</translation>
    </message>
    <message>
        <source>Compose a promotion</source>
        <translation>Crear una promoción</translation>
    </message>
    <message>
        <source>saves it here, nothing is sent</source>
        <translation>la guarda aquí, no se envía nada</translation>
    </message>
    <message>
        <source>New at {platform}</source>
        <translation>Nueva en {platform}</translation>
    </message>
    <message>
        <source>Change at {platform}</source>
        <translation>Cambiar en {platform}</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Ninguno todavía</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>No guardada</translation>
    </message>
    <message>
        <source>It needs an id.</source>
        <translation>Necesita un id.</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Guardada aquí</translation>
    </message>
    <message>
        <source>nothing is sent</source>
        <translation>no se envía nada</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Aún sin guardar</translation>
    </message>
    <message>
        <source>F9 saves it, Esc again leaves it</source>
        <translation>F9 la guarda, Esc otra vez sale sin guardar</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Take all out</source>
        <translation>Quitar todos</translation>
    </message>
    <message>
        <source>These are all</source>
        <translation>Son estos</translation>
    </message>
    <message>
        <source>Name or code of a product</source>
        <translation>Nombre o código de un producto</translation>
    </message>
    <message>
        <source>Type a name or code, scan a product, or paste a list</source>
        <translation>Escriba un nombre o código, escanee un producto o pegue una lista</translation>
    </message>
    <message>
        <source>Scan a product</source>
        <translation>Escanee un producto</translation>
    </message>
    <message>
        <source>takes the marked one</source>
        <translation>toma el marcado</translation>
    </message>
    <message>
        <source>That is no code of a product</source>
        <translation>Eso no es un código de producto</translation>
    </message>
    <message>
        <source>is chosen already</source>
        <translation>ya está elegido</translation>
    </message>
    <message>
        <source>added</source>
        <translation>añadido</translation>
    </message>
    <message>
        <source>Nothing is chosen yet. Scan the products one after another, or type a name.</source>
        <translation>Aún no hay nada elegido. Escanee los productos uno tras otro o escriba un nombre.</translation>
    </message>
    <message>
        <source>Not in the catalogue: {items}</source>
        <translation>No están en el catálogo: {items}</translation>
    </message>
    <message>
        <source>Enter takes it</source>
        <translation>Enter lo toma</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Elegido</translation>
    </message>
    <message>
        <source>Not in the catalogue</source>
        <translation>No está en el catálogo</translation>
    </message>
    <message>
        <source>Take this one</source>
        <translation>Elegir esta</translation>
    </message>
    <message>
        <source>How shall it work?</source>
        <translation>¿Cómo debe funcionar?</translation>
    </message>
    <message>
        <source>Choose a mechanic</source>
        <translation>Elija una mecánica</translation>
    </message>
    <message>
        <source>takes it</source>
        <translation>la elige</translation>
    </message>
</context>
<context>
    <name>QuitBanner</name>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
    <message>
        <source>Quit all the same</source>
        <translation>Salir de todos modos</translation>
    </message>
    <message>
        <source>Press again to quit</source>
        <translation>Pulse otra vez para salir</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message>
        <source>Say why. Esc goes back, and nothing is cancelled.</source>
        <translation>Diga el motivo. Esc vuelve, y no se cancela nada.</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>Cancelar el pedido</translation>
    </message>
    <message>
        <source>Cancel order {order}?</source>
        <translation>¿Cancelar el pedido {order}?</translation>
    </message>
</context>
<context>
    <name>Reject</name>
    <message>
        <source>Items are missing</source>
        <translation>Faltan productos</translation>
    </message>
    <message>
        <source>Items of the order are not in the shop.</source>
        <translation>Hay productos del pedido que no están en la tienda.</translation>
    </message>
    <message>
        <source>{name} ({amount} of {ordered})</source>
        <translation>{name} ({amount} de {ordered})</translation>
    </message>
    <message>
        <source>Missing in the shop: {items}.</source>
        <translation>Faltan en la tienda: {items}.</translation>
    </message>
    <message>
        <source>The shop is closed</source>
        <translation>La tienda está cerrada</translation>
    </message>
    <message>
        <source>The shop is closed and cannot make this order.</source>
        <translation>La tienda está cerrada y no puede preparar este pedido.</translation>
    </message>
    <message>
        <source>Too many orders</source>
        <translation>Demasiados pedidos</translation>
    </message>
    <message>
        <source>The shop has too many orders and cannot make this one in time.</source>
        <translation>La tienda tiene demasiados pedidos y no puede preparar este a tiempo.</translation>
    </message>
    <message>
        <source>The address is outside the area to which the shop delivers.</source>
        <translation>La dirección está fuera de la zona de reparto de la tienda.</translation>
    </message>
    <message>
        <source>We do not deliver there</source>
        <translation>No repartimos ahí</translation>
    </message>
</context>
<context>
    <name>RejectPanel</name>
    <message>
        <source>This is what they read:</source>
        <translation>Esto es lo que leerán:</translation>
    </message>
    <message>
        <source>Why the order is rejected</source>
        <translation>Por qué se rechaza el pedido</translation>
    </message>
    <message>
        <source>Reject order {order}?</source>
        <translation>¿Rechazar el pedido {order}?</translation>
    </message>
    <message>
        <source>This does not cancel the order: {platform} will phone the shop.</source>
        <translation>Esto no cancela el pedido: {platform} llamará a la tienda.</translation>
    </message>
    <message>
        <source>The order is confirmed already: the customer is waiting for it.</source>
        <translation>El pedido ya está confirmado: el cliente lo espera.</translation>
    </message>
    <message>
        <source>Hand it to {platform}’s desk</source>
        <translation>Pasarlo a la central de {platform}</translation>
    </message>
    <message>
        <source>Confirmed already! Press Enter again to hand it to {platform}’s desk all the same.</source>
        <translation>¡Ya está confirmado! Otro Enter lo pasa a la central de {platform} de todos modos.</translation>
    </message>
</context>
<context>
    <name>RereadCard</name>
    <message>
        <source>new line</source>
        <translation>línea nueva</translation>
    </message>
    <message>
        <source>line gone</source>
        <translation>línea retirada</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>cantidad</translation>
    </message>
    <message>
        <source>product</source>
        <translation>producto</translation>
    </message>
    <message>
        <source>price</source>
        <translation>precio</translation>
    </message>
    <message>
        <source>wish</source>
        <translation>observación</translation>
    </message>
    <message>
        <source>total</source>
        <translation>total</translation>
    </message>
    <message>
        <source>delivery</source>
        <translation>envío</translation>
    </message>
    <message>
        <source>discount</source>
        <translation>descuento</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>pago</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>cliente</translation>
    </message>
    <message>
        <source>address</source>
        <translation>dirección</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>teléfono</translation>
    </message>
    <message>
        <source>due time</source>
        <translation>hora prometida</translation>
    </message>
    <message>
        <source>delivery or take-away</source>
        <translation>reparto o recogida</translation>
    </message>
    <message>
        <source>shop</source>
        <translation>tienda</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer otra vez</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>read at {time}</source>
        <translation>leído a las {time}</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>leyendo</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>no se leyó</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>es distinto</translation>
    </message>
    <message>
        <source>nothing differs</source>
        <translation>todo igual</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Unknown label</source>
        <translation>Etiqueta desconocida</translation>
    </message>
    <message>
        <source>says once and for all that it is {name}</source>
        <translation>dice de una vez por todas que es {name}</translation>
    </message>
    <message>
        <source>That is a carton</source>
        <translation>Eso es una caja cerrada</translation>
    </message>
    <message>
        <source>of {name}: scan one piece</source>
        <translation>de {name}: escanee una unidad</translation>
    </message>
    <message>
        <source>The label is misprinted</source>
        <translation>La etiqueta salió mal</translation>
    </message>
    <message>
        <source>Its inner check digit is wrong: print it again.</source>
        <translation>Su dígito interno no coincide: imprímala otra vez.</translation>
    </message>
    <message>
        <source>The label does not fit the scale’s rule</source>
        <translation>La etiqueta no sigue la regla de la balanza</translation>
    </message>
    <message>
        <source>Nothing was taken. Teach it: the scanner’s page, labels.</source>
        <translation>No se registró nada. Enséñela: página del lector, etiquetas.</translation>
    </message>
    <message>
        <source>The scanner is in ALT mode</source>
        <translation>El lector está en modo ALT</translation>
    </message>
    <message>
        <source>Set it to normal keyboard mode: this way nothing can be read.</source>
        <translation>Póngalo en modo teclado normal: así no se puede leer nada.</translation>
    </message>
    <message>
        <source>Scanner is off</source>
        <translation>Lector apagado</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Escrito</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>{before} → {amount} of {ordered}</source>
        <translation>{before} → {amount} de {ordered}</translation>
    </message>
    <message>
        <source>same label, still {amount} of {ordered}</source>
        <translation>misma etiqueta, sigue {amount} de {ordered}</translation>
    </message>
    <message>
        <source>The weight is 0</source>
        <translation>El peso es 0</translation>
    </message>
    <message>
        <source>{name} · weigh it again</source>
        <translation>{name} · péselo otra vez</translation>
    </message>
    <message>
        <source>The price on the label is 0</source>
        <translation>El precio de la etiqueta es 0</translation>
    </message>
    <message>
        <source>{name} · print the label again</source>
        <translation>{name} · imprima la etiqueta otra vez</translation>
    </message>
    <message>
        <source>Is {amount} kg on the label?</source>
        <translation>¿La etiqueta dice {amount} kg?</translation>
    </message>
    <message>
        <source>takes it · {price} at {per_kg} a kilogram · F7: another price</source>
        <translation>lo acepta · {price} a {per_kg} el kilo · F7: otro precio</translation>
    </message>
    <message>
        <source>{price} for {name}?</source>
        <translation>¿{price} por {name}?</translation>
    </message>
    <message>
        <source>takes {amount} kg all the same · {ordered} ordered</source>
        <translation>acepta {amount} kg de todos modos · pedido: {ordered}</translation>
    </message>
    <message>
        <source>{amount} kg of {name}?</source>
        <translation>¿{amount} kg de {name}?</translation>
    </message>
    <message>
        <source>takes it all the same · {ordered} ordered</source>
        <translation>lo acepta de todos modos · pedido: {ordered}</translation>
    </message>
    <message>
        <source>Ended {ends}</source>
        <translation>Venció el {ends}</translation>
    </message>
    <message>
        <source>takes it all the same · {name}</source>
        <translation>lo acepta de todos modos · {name}</translation>
    </message>
    <message>
        <source>scan the label again</source>
        <translation>escanee la etiqueta otra vez</translation>
    </message>
    <message>
        <source>× {times}</source>
        <translation>× {times}</translation>
    </message>
    <message>
        <source>the next product counts for so many</source>
        <translation>el próximo producto cuenta por esa cantidad</translation>
    </message>
    <message>
        <source>One more pack</source>
        <translation>Un paquete más</translation>
    </message>
    <message>
        <source>the next label comes on top</source>
        <translation>la próxima etiqueta se sumará</translation>
    </message>
    <message>
        <source>{command}</source>
        <translation>{command}</translation>
    </message>
    <message>
        <source>does nothing here</source>
        <translation>no hace nada aquí</translation>
    </message>
    <message>
        <source>Nothing is cancelled</source>
        <translation>No se canceló nada</translation>
    </message>
    <message>
        <source>Scan REJECT, then CONFIRM within 30 seconds.</source>
        <translation>Escanee RECHAZAR y, en menos de 30 segundos, CONFIRMAR.</translation>
    </message>
    <message>
        <source>No label printer</source>
        <translation>Sin impresora de etiquetas</translation>
    </message>
    <message>
        <source>The scanner works</source>
        <translation>El lector funciona</translation>
    </message>
    <message>
        <source>No other order waits</source>
        <translation>Ningún otro pedido espera</translation>
    </message>
    <message>
        <source>found after all</source>
        <translation>apareció al final</translation>
    </message>
    <message>
        <source>code mended: digits were missing</source>
        <translation>código completado: faltaban dígitos</translation>
    </message>
    <message>
        <source>only a part of the code was read</source>
        <translation>solo se leyó una parte del código</translation>
    </message>
    <message>
        <source>ends {ends}</source>
        <translation>vence el {ends}</translation>
    </message>
    <message>
        <source>{amount} of {ordered}</source>
        <translation>{amount} de {ordered}</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>no hay en la tienda</translation>
    </message>
    <message>
        <source>taken out again</source>
        <translation>retirado de nuevo</translation>
    </message>
    <message>
        <source>put in as the replacement</source>
        <translation>entró como cambio</translation>
    </message>
    <message>
        <source>added</source>
        <translation>añadido</translation>
    </message>
    <message>
        <source>new price</source>
        <translation>precio nuevo</translation>
    </message>
    <message>
        <source>{order} is finished</source>
        <translation>{order} terminado</translation>
    </message>
    <message>
        <source>saved here, on its way to the platform</source>
        <translation>guardado aquí, en camino a la plataforma</translation>
    </message>
    <message>
        <source>{order} is cancelled</source>
        <translation>{order} cancelado</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Deshecho</translation>
    </message>
    <message>
        <source>Cart check</source>
        <translation>Comprobación del carrito</translation>
    </message>
    <message>
        <source>asking the platform; go on picking</source>
        <translation>preguntando a la plataforma; siga preparando</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>Listo para enviar</translation>
    </message>
    <message>
        <source>Order {order}</source>
        <translation>Pedido {order}</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>elegido</translation>
    </message>
    <message>
        <source>{order} needs it</source>
        <translation>{order} lo necesita</translation>
    </message>
    <message>
        <source>picks it there · {platform} · {name}</source>
        <translation>lo registra allá · {platform} · {name}</translation>
    </message>
    <message>
        <source>No open order needs it</source>
        <translation>Ningún pedido abierto lo necesita</translation>
    </message>
    <message>
        <source>Unknown code</source>
        <translation>Código desconocido</translation>
    </message>
    <message>
        <source>{code}</source>
        <translation>{code}</translation>
    </message>
    <message>
        <source>Two products fit</source>
        <translation>Encajan dos productos</translation>
    </message>
    <message>
        <source>Not readable, scan again</source>
        <translation>Ilegible, lea otra vez</translation>
    </message>
    <message>
        <source>weigh it and type the kilograms</source>
        <translation>pese y escriba los kilos</translation>
    </message>
    <message>
        <source>sold by weight: weigh it and type the kilograms</source>
        <translation>se vende por peso: pese y escriba los kilos</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>No se aceptó</translation>
    </message>
    <message>
        <source>{words}</source>
        <translation>{words}</translation>
    </message>
    <message>
        <source>takes it</source>
        <translation>acepta</translation>
    </message>
    <message>
        <source>NOT SAVED: do it again</source>
        <translation>NO SE GUARDÓ: repita</translation>
    </message>
    <message>
        <source>Nothing was taken. You: see that the disk has room. {words}</source>
        <translation>No se tomó nada. Usted: mire si hay espacio en el disco. {words}</translation>
    </message>
    <message>
        <source>Scanned twice</source>
        <translation>Leído dos veces</translation>
    </message>
    <message>
        <source>counted once</source>
        <translation>contado una vez</translation>
    </message>
    <message>
        <source>Scanner is off here</source>
        <translation>El lector está apagado aquí</translation>
    </message>
    <message>
        <source>Take {amount}? {ordered} were ordered</source>
        <translation>¿Aceptar {amount}? Se pidió {ordered}</translation>
    </message>
    <message>
        <source>takes it all the same</source>
        <translation>acepta de todos modos</translation>
    </message>
    <message>
        <source>This order is accepted already</source>
        <translation>Este pedido ya está aceptado</translation>
    </message>
    <message>
        <source>{name} is complete</source>
        <translation>{name} está completo</translation>
    </message>
    <message>
        <source>was replaced by another product</source>
        <translation>se cambió por otro producto</translation>
    </message>
    <message>
        <source>Say why</source>
        <translation>Diga el motivo</translation>
    </message>
    <message>
        <source>A text of 1 to {most} characters.</source>
        <translation>Un texto de 1 a {most} caracteres.</translation>
    </message>
    <message>
        <source>Not a price</source>
        <translation>No es un precio</translation>
    </message>
    <message>
        <source>A number above 0 with at most {digits} decimals.</source>
        <translation>Un número mayor que 0 con {digits} decimales como máximo.</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Elija un motivo</translation>
    </message>
    <message>
        <source>{reasons}</source>
        <translation>{reasons}</translation>
    </message>
    <message>
        <source>Too little: at least {minimum} {unit}</source>
        <translation>Poco: como mínimo {minimum} {unit}</translation>
    </message>
    <message>
        <source>{name} · take {minimum} or more, or F3 not found, or F4 replace</source>
        <translation>{name} · tome {minimum} o más, o F3 no hay, o F4 cambiar</translation>
    </message>
    <message>
        <source>This order is cancelled</source>
        <translation>Este pedido está cancelado</translation>
    </message>
    <message>
        <source>nothing more can be changed</source>
        <translation>ya no se puede cambiar nada</translation>
    </message>
    <message>
        <source>This order is finished</source>
        <translation>Este pedido está terminado</translation>
    </message>
    <message>
        <source>{name} cannot be changed here</source>
        <translation>{name} no se puede cambiar aquí</translation>
    </message>
    <message>
        <source>its price type is not known</source>
        <translation>su tipo de precio no se conoce</translation>
    </message>
    <message>
        <source>is made of the lines below it: take those</source>
        <translation>se compone de las líneas de abajo: tome esas</translation>
    </message>
    <message>
        <source>Not an amount</source>
        <translation>No es una cantidad</translation>
    </message>
    <message>
        <source>Type a number above 0.</source>
        <translation>Escriba un número mayor que 0.</translation>
    </message>
    <message>
        <source>No cart check</source>
        <translation>Sin comprobación del carrito</translation>
    </message>
    <message>
        <source>This platform has none.</source>
        <translation>Esta plataforma no la tiene.</translation>
    </message>
    <message>
        <source>This order is not picked here</source>
        <translation>Este pedido no se prepara aquí</translation>
    </message>
    <message>
        <source>nothing can be changed</source>
        <translation>no se puede cambiar nada</translation>
    </message>
    <message>
        <source>is counted, not weighed</source>
        <translation>se cuenta, no se pesa</translation>
    </message>
    <message>
        <source>taken as ordered</source>
        <translation>tomado como se pidió</translation>
    </message>
    <message>
        <source>Is this {name}?</source>
        <translation>¿Es {name}?</translation>
    </message>
    <message>
        <source>remembers the code for it and counts one</source>
        <translation>recuerda el código y cuenta uno</translation>
    </message>
    <message>
        <source>{order} is accepted</source>
        <translation>{order} está aceptado</translation>
    </message>
    <message>
        <source>{order} goes to the platform’s own desk</source>
        <translation>{order} pasa a la central de la plataforma</translation>
    </message>
    <message>
        <source>this does not cancel it: the platform will phone</source>
        <translation>esto no lo cancela: la plataforma llamará</translation>
    </message>
    <message>
        <source>{order} is delivered</source>
        <translation>{order} está entregado</translation>
    </message>
    <message>
        <source>Reading the order again</source>
        <translation>Leyendo el pedido de nuevo</translation>
    </message>
    <message>
        <source>what differs is shown; go on picking</source>
        <translation>se muestra lo que difiere; siga preparando</translation>
    </message>
    <message>
        <source>Not a day to begin</source>
        <translation>Fecha de inicio no válida</translation>
    </message>
    <message>
        <source>A price begins today or on a later day.</source>
        <translation>Un precio empieza hoy o un día posterior.</translation>
    </message>
    <message>
        <source>No shop</source>
        <translation>Ninguna tienda</translation>
    </message>
    <message>
        <source>Choose a shop whose prices and products can be set from here.</source>
        <translation>Elija una tienda cuyos precios y productos se puedan cambiar desde aquí.</translation>
    </message>
    <message>
        <source>Not possible with this order now</source>
        <translation>No es posible con este pedido ahora</translation>
    </message>
    <message>
        <source>This platform cannot be told of that</source>
        <translation>No se puede informar de eso a esta plataforma</translation>
    </message>
    <message>
        <source>You: mark what is missing and agree with the customer by phone</source>
        <translation>Usted: marque lo que falta y acuérdelo con el cliente por teléfono</translation>
    </message>
    <message>
        <source>{name} has a price from {start} on</source>
        <translation>{name} ya tiene un precio desde {start}</translation>
    </message>
    <message>
        <source>puts the new one in its place</source>
        <translation>pone el nuevo en su lugar</translation>
    </message>
    <message>
        <source>Say why the shop closes</source>
        <translation>Diga por qué cierra la tienda</translation>
    </message>
    <message>
        <source>Whole pieces only</source>
        <translation>Solo unidades enteras</translation>
    </message>
    <message>
        <source>{name} is counted in whole pieces.</source>
        <translation>{name} se cuenta en unidades enteras.</translation>
    </message>
    <message>
        <source>Nothing of this order was found</source>
        <translation>No se encontró nada de este pedido</translation>
    </message>
    <message>
        <source>You: reject it and say what is missing</source>
        <translation>Usted: rechácelo y diga qué falta</translation>
    </message>
    <message>
        <source>You: cancel it with Ctrl+Delete, items are not available</source>
        <translation>Usted: cancele con Ctrl+Supr, artículos no disponibles</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nada que deshacer</translation>
    </message>
    <message>
        <source>Too much: at most {maximum} {unit}</source>
        <translation>Demasiado: como máximo {maximum} {unit}</translation>
    </message>
    <message>
        <source>{name} · nothing was taken</source>
        <translation>{name} · no se tomó nada</translation>
    </message>
    <message>
        <source>sold by weight: the platform computes the price</source>
        <translation>se vende por peso: la plataforma calcula el precio</translation>
    </message>
    <message>
        <source>Already sent</source>
        <translation>Ya enviado</translation>
    </message>
    <message>
        <source>It cannot be undone here.</source>
        <translation>No se puede deshacer aquí.</translation>
    </message>
    <message>
        <source>Not as ordered: {count} lines</source>
        <translation>Distinto de lo pedido: {count} líneas</translation>
    </message>
    <message>
        <source>finishes all the same · the customer still pays for them: agree by phone</source>
        <translation>termina de todos modos · el cliente las paga igual: acuérdelo por teléfono</translation>
    </message>
    <message>
        <source>{name}: at least {minimum} {unit}</source>
        <translation>{name}: como mínimo {minimum} {unit}</translation>
    </message>
    <message>
        <source>{amount} picked · pick more, or F3 not found</source>
        <translation>{amount} en la bolsa · tome más, o F3 no hay</translation>
    </message>
    <message>
        <source>Over {maximum} kg</source>
        <translation>Más de {maximum} kg</translation>
    </message>
    <message>
        <source>{amount} kg were given · weigh again</source>
        <translation>se indicó {amount} kg · pese otra vez</translation>
    </message>
    <message>
        <source>One price only</source>
        <translation>Solo un precio</translation>
    </message>
    <message>
        <source>unit or total</source>
        <translation>de uno o de todos</translation>
    </message>
    <message>
        <source>first {name}</source>
        <translation>primero {name}</translation>
    </message>
    <message>
        <source>This line is not part of the order</source>
        <translation>Esta línea no es parte del pedido</translation>
    </message>
    <message>
        <source>This order is with the platform’s own desk</source>
        <translation>Este pedido está con la central de la plataforma</translation>
    </message>
    <message>
        <source>nothing can be changed here; the platform will phone</source>
        <translation>aquí no se puede cambiar nada; la plataforma llamará</translation>
    </message>
    <message>
        <source>Not in the catalogue</source>
        <translation>No está en el catálogo</translation>
    </message>
    <message>
        <source>{code} · type the name instead</source>
        <translation>{code} · escriba el nombre</translation>
    </message>
    <message>
        <source>That is an order&apos;s code</source>
        <translation>Es el código de un pedido</translation>
    </message>
    <message>
        <source>Finish or leave the replacement first.</source>
        <translation>Antes termine o deje el cambio.</translation>
    </message>
    <message>
        <source>Not scanned in</source>
        <translation>Lectura no aceptada</translation>
    </message>
    <message>
        <source>First choose a reason with Enter, or go back with Esc.</source>
        <translation>Primero elija un motivo con Enter o vuelva con Esc.</translation>
    </message>
    <message>
        <source>while a secret is typed</source>
        <translation>mientras se escribe una clave</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Ilegible</translation>
    </message>
    <message>
        <source>The scanner types in ALT mode. You: switch it to plain keyboard mode.</source>
        <translation>El lector escribe en modo ALT. Usted: cámbielo al modo de teclado normal.</translation>
    </message>
    <message>
        <source>The question was too old.</source>
        <translation>La pregunta ya había pasado.</translation>
    </message>
    <message>
        <source>all lines are done: F9 finishes</source>
        <translation>todas las líneas listas: F9 termina</translation>
    </message>
    <message>
        <source>{left} more</source>
        <translation>{left} más</translation>
    </message>
    <message>
        <source>takes one more</source>
        <translation>acepta uno más</translation>
    </message>
    <message>
        <source>pieces</source>
        <translation>unidades</translation>
    </message>
</context>
<context>
    <name>Round</name>
    <message>
        <source>Well</source>
        <translation>Bien</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Mirar esto</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>No funciona</translation>
    </message>
    <message>
        <source>Enter looks at configuration, computer, tunnel and platforms.</source>
        <translation>Enter comprueba la configuración, el ordenador, el túnel y las plataformas.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Comprobar otra vez</translation>
    </message>
    <message>
        <source>Save a support file</source>
        <translation>Guardar un archivo de soporte</translation>
    </message>
    <message>
        <source>The support file is being saved …</source>
        <translation>Se está guardando el archivo de soporte …</translation>
    </message>
    <message>
        <source>Looking at configuration, computer, tunnel and platforms …</source>
        <translation>Comprobando la configuración, el ordenador, el túnel y las plataformas …</translation>
    </message>
    <message>
        <source>The check could not be started: {words}</source>
        <translation>No se pudo empezar la comprobación: {words}</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Todo está bien</translation>
    </message>
    <message>
        <source>Does not work: {failed} · to look at: {warned} · well: {well}</source>
        <translation>No funciona: {failed} · para mirar: {warned} · bien: {well}</translation>
    </message>
    <message>
        <source>It could not be written: {words}</source>
        <translation>No se pudo escribir: {words}</translation>
    </message>
    <message>
        <source>Support file not saved</source>
        <translation>Archivo de soporte no guardado</translation>
    </message>
    <message>
        <source>Support file: {path}</source>
        <translation>Archivo de soporte: {path}</translation>
    </message>
    <message>
        <source>{path} · it holds no secret and no customer</source>
        <translation>{path} · no contiene secretos ni clientes</translation>
    </message>
    <message>
        <source>Support file saved</source>
        <translation>Archivo de soporte guardado</translation>
    </message>
</context>
<context>
    <name>Scanner</name>
    <message>
        <source>Taken</source>
        <translation>Aceptado</translation>
    </message>
    <message>
        <source>That is another code</source>
        <translation>Es otro código</translation>
    </message>
    <message>
        <source>scan the one that is shown</source>
        <translation>escanee el que se muestra</translation>
    </message>
    <message>
        <source>a label has 13 digits; at most eight are taken</source>
        <translation>una etiqueta tiene 13 dígitos; se aceptan ocho como máximo</translation>
    </message>
    <message>
        <source>The scanner is known now</source>
        <translation>Ahora se conoce el lector</translation>
    </message>
    <message>
        <source>These labels are read from now on</source>
        <translation>Estas etiquetas se leen de ahora en adelante</translation>
    </message>
    <message>
        <source>The rule is forgotten</source>
        <translation>La regla se olvidó</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>No se guardó</translation>
    </message>
    <message>
        <source>The sheet could not be saved</source>
        <translation>La hoja no se pudo guardar</translation>
    </message>
    <message>
        <source>print it, and scan from it: {file}</source>
        <translation>imprímala y escanee de ella: {file}</translation>
    </message>
    <message>
        <source>The sheet is saved</source>
        <translation>La hoja se guardó</translation>
    </message>
    <message>
        <source>Scanner and labels</source>
        <translation>Lector y etiquetas</translation>
    </message>
    <message>
        <source>It is in ALT mode: set it to normal keyboard mode.</source>
        <translation>Está en modo ALT: póngalo en modo teclado normal.</translation>
    </message>
    <message>
        <source>It types on the keypad: set it to the digits of the main row.</source>
        <translation>Escribe en el teclado numérico: ajústelo a los números de la fila principal.</translation>
    </message>
    <message>
        <source>Caps Lock is on: switch it off.</source>
        <translation>El Bloq Mayús está activado: desactívelo.</translation>
    </message>
    <message>
        <source>Its keyboard layout is not this computer’s: codes are read by their keys; better set it to a US keyboard.</source>
        <translation>Su distribución de teclado no es la de esta computadora: los códigos se leen por sus teclas; mejor ajústelo a teclado de EE. UU.</translation>
    </message>
    <message>
        <source>It leaves out the separator of long codes: switch on “send GS” (FNC1), or batch and date may be missed.</source>
        <translation>Omite el separador de los códigos largos: active “enviar GS” (FNC1), o pueden faltar lote y fecha.</translation>
    </message>
    <message>
        <source>It sends another character for the separator: that is understood.</source>
        <translation>Envía otro carácter en lugar del separador: se entiende.</translation>
    </message>
    <message>
        <source>It sends no Enter behind a code: switch it on, scans are then quicker.</source>
        <translation>No envía Enter después del código: actívelo, la lectura será más rápida.</translation>
    </message>
    <message>
        <source>It is slow: take out the delay between characters.</source>
        <translation>Es lento: quite la pausa entre caracteres.</translation>
    </message>
    <message>
        <source>You type about as quickly as it does: set its prefix to F12, then nothing can be confused.</source>
        <translation>Usted escribe casi tan rápido como él: ajuste el prefijo F12 y nada se confunde.</translation>
    </message>
    <message>
        <source>The scanner has become slow</source>
        <translation>El lector se volvió lento</translation>
    </message>
    <message>
        <source>Its battery, its radio? Examine it again: the page Scanner.</source>
        <translation>¿La batería, la radio? Examínelo otra vez: página Lector.</translation>
    </message>
    <message>
        <source>The scanner is set otherwise than before</source>
        <translation>El lector está ajustado de otra manera</translation>
    </message>
    <message>
        <source>Its Enter is missing or new. Examine it again: the page Scanner.</source>
        <translation>Su Enter falta o es nuevo. Examínelo otra vez: página Lector.</translation>
    </message>
    <message>
        <source>The scanner’s layout is not this computer’s</source>
        <translation>La distribución del lector no es la de esta computadora</translation>
    </message>
    <message>
        <source>Codes are mended all the same. Examine it: the page Scanner.</source>
        <translation>Los códigos se corrigen de todos modos. Examínelo: página Lector.</translation>
    </message>
    <message>
        <source>The serial scanner is not there</source>
        <translation>El lector serie no está</translation>
    </message>
    <message>
        <source>You: plug it in at {port}. It is tried again each second.</source>
        <translation>Usted: conéctelo en {port}. Se intenta cada segundo.</translation>
    </message>
    <message>
        <source>The serial scanner cannot be used</source>
        <translation>El lector serie no se puede usar</translation>
    </message>
    <message>
        <source>This installation lacks the part for serial ports.</source>
        <translation>A esta instalación le falta la parte de los puertos serie.</translation>
    </message>
    <message>
        <source>The serial scanner is back</source>
        <translation>El lector serie volvió</translation>
    </message>
    <message>
        <source>go on scanning</source>
        <translation>siga escaneando</translation>
    </message>
    <message>
        <source>No scan for 20 minutes</source>
        <translation>20 minutos sin lecturas</translation>
    </message>
    <message>
        <source>If you did scan: is its cable in, its battery full?</source>
        <translation>Si escaneó algo: ¿está el cable conectado, la batería cargada?</translation>
    </message>
    <message>
        <source>Enter behind each code</source>
        <translation>Enter después de cada código</translation>
    </message>
    <message>
        <source>Enter twice behind each code</source>
        <translation>Enter dos veces después de cada código</translation>
    </message>
    <message>
        <source>Tab behind each code</source>
        <translation>Tab después de cada código</translation>
    </message>
    <message>
        <source>nothing behind a code</source>
        <translation>nada después del código</translation>
    </message>
    <message>
        <source>kilograms</source>
        <translation>kilos</translation>
    </message>
    <message>
        <source>price</source>
        <translation>precio</translation>
    </message>
    <message>
        <source>pieces</source>
        <translation>unidades</translation>
    </message>
    <message>
        <source>{key} ms a key, limit {limit}: safe</source>
        <translation>{key} ms por tecla, límite {limit}: seguro</translation>
    </message>
    <message>
        <source>{key} ms a key, limit {limit}; your fastest typing {typing} ms: safe</source>
        <translation>{key} ms por tecla, límite {limit}; usted escribe en {typing} ms: seguro</translation>
    </message>
    <message>
        <source>{key} ms a key, limit {limit}; your fastest typing {typing} ms: too close</source>
        <translation>{key} ms por tecla, límite {limit}; usted escribe en {typing} ms: demasiado cerca</translation>
    </message>
    <message>
        <source>{key} ms a key, limit {limit}: too close</source>
        <translation>{key} ms por tecla, límite {limit}: demasiado cerca</translation>
    </message>
    <message>
        <source>{key} before each code</source>
        <translation>{key} antes de cada código</translation>
    </message>
    <message>
        <source>the separator of long codes comes through</source>
        <translation>el separador de los códigos largos llega</translation>
    </message>
    <message>
        <source>the separator of long codes is left out</source>
        <translation>el separador de los códigos largos se omite</translation>
    </message>
    <message>
        <source>the separator comes as {character}</source>
        <translation>el separador llega como {character}</translation>
    </message>
    <message>
        <source>read by the place of its keys</source>
        <translation>leído por la posición de sus teclas</translation>
    </message>
    <message>
        <source>read by its characters</source>
        <translation>leído por sus caracteres</translation>
    </message>
    <message>
        <source>its layout fits this computer’s</source>
        <translation>su distribución es la de esta computadora</translation>
    </message>
    <message>
        <source>Too close to typing</source>
        <translation>Demasiado cerca de lo escrito</translation>
    </message>
    <message>
        <source>Works, can be better</source>
        <translation>Funciona, puede mejorar</translation>
    </message>
    <message>
        <source>Well set</source>
        <translation>Bien ajustado</translation>
    </message>
    <message>
        <source>{n} for the product</source>
        <translation>{n} del producto</translation>
    </message>
    <message>
        <source>{n} must be zero</source>
        <translation>{n} deben ser cero</translation>
    </message>
    <message>
        <source>{n} to check</source>
        <translation>{n} de control</translation>
    </message>
    <message>
        <source>{n} left out</source>
        <translation>{n} omitidos</translation>
    </message>
    <message>
        <source>{n} for the {measure}, {decimals} behind the point</source>
        <translation>{n} de {measure}, {decimals} después de la coma</translation>
    </message>
    <message>
        <source>{store}: the scanner is not here</source>
        <translation>{store}: el lector no está aquí</translation>
    </message>
</context>
<context>
    <name>ScannerDoctor</name>
    <message>
        <source>leaves it as it was</source>
        <translation>lo deja como estaba</translation>
    </message>
    <message>
        <source>What you type</source>
        <translation>Lo que escribe</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>How it is set</source>
        <translation>Cómo está ajustado</translation>
    </message>
    <message>
        <source>What to change on the scanner</source>
        <translation>Qué cambiar en el lector</translation>
    </message>
    <message>
        <source>Go by this from now on</source>
        <translation>Usar esto de ahora en adelante</translation>
    </message>
    <message>
        <source>Scan this code: {number} of {all}</source>
        <translation>Escanee este código: {number} de {all}</translation>
    </message>
    <message>
        <source>Hold the scanner a hand’s breadth from the screen, as bright as it goes.</source>
        <translation>Sostenga el lector a un palmo de la pantalla, con el brillo al máximo.</translation>
    </message>
    <message>
        <source>Now type {digits} by hand</source>
        <translation>Ahora escriba {digits} a mano</translation>
    </message>
    <message>
        <source>As quickly as you ever do; then Enter. It shows how far apart you and it are.</source>
        <translation>Lo más rápido que pueda; luego Enter. Muestra la distancia entre usted y él.</translation>
    </message>
    <message>
        <source>This is your scanner</source>
        <translation>Este es su lector</translation>
    </message>
    <message>
        <source>Scans and typing are told apart by their speed.</source>
        <translation>Lo escaneado y lo escrito se distinguen por la velocidad.</translation>
    </message>
    <message>
        <source>Nothing. Only switch off its own beep, if it has one.</source>
        <translation>Nada. Solo apague su propio pitido, si lo tiene.</translation>
    </message>
</context>
<context>
    <name>ScannerHome</name>
    <message>
        <source>The scanner</source>
        <translation>El lector</translation>
    </message>
    <message>
        <source>goes back</source>
        <translation>vuelve</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Cómo está</translation>
    </message>
    <message>
        <source>Labels of the scale that are read</source>
        <translation>Etiquetas de la balanza que se leen</translation>
    </message>
    <message>
        <source>Examine the scanner</source>
        <translation>Examinar el lector</translation>
    </message>
    <message>
        <source>Scan three codes on the screen; the program sets itself.</source>
        <translation>Escanee tres códigos en la pantalla; el programa se ajusta.</translation>
    </message>
    <message>
        <source>Teach a label</source>
        <translation>Enseñar una etiqueta</translation>
    </message>
    <message>
        <source>Four to eight labels of your scale, and what is printed on each.</source>
        <translation>De 4 a 8 etiquetas y lo impreso en ellas.</translation>
    </message>
    <message>
        <source>Save the command sheet</source>
        <translation>Guardar la hoja de comandos</translation>
    </message>
    <message>
        <source>A PDF to print: work a whole order with the scanner alone.</source>
        <translation>Un PDF para imprimir: un pedido entero solo con el lector.</translation>
    </message>
    <message>
        <source>Forget the rule {name}</source>
        <translation>Olvidar la regla {name}</translation>
    </message>
    <message>
        <source>Not examined yet</source>
        <translation>Aún sin examinar</translation>
    </message>
    <message>
        <source>It is told from typing by its speed: limit {limit} ms.</source>
        <translation>Se distingue de lo escrito por su velocidad: límite {limit} ms.</translation>
    </message>
    <message>
        <source>Examined</source>
        <translation>Examinado</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerca</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Presente</translation>
    </message>
    <message>
        <source>Serial scanner at {port}</source>
        <translation>Lector serie en {port}</translation>
    </message>
    <message>
        <source>None: weights are typed. Teach your scale, or set the country of its labels.</source>
        <translation>Ninguna: los pesos se escriben. Enseñe su balanza o indique el país de sus etiquetas.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScannerTeacher</name>
    <message>
        <source>Teach a label of your scale</source>
        <translation>Enseñar una etiqueta de la balanza</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>takes the last one back</source>
        <translation>deshace la última</translation>
    </message>
    <message>
        <source>leaves</source>
        <translation>sale</translation>
    </message>
    <message>
        <source>The labels so far</source>
        <translation>Las etiquetas hasta ahora</translation>
    </message>
    <message>
        <source>What is printed on the label</source>
        <translation>Lo impreso en la etiqueta</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>The rule</source>
        <translation>La regla</translation>
    </message>
    <message>
        <source>Read labels like this</source>
        <translation>Leer etiquetas así</translation>
    </message>
    <message>
        <source>What does {label} say?</source>
        <translation>¿Qué dice {label}?</translation>
    </message>
    <message>
        <source>The letter is the product: labels of one product have one letter.</source>
        <translation>La letra es el producto: las etiquetas de un producto tienen la misma letra.</translation>
    </message>
    <message>
        <source>price</source>
        <translation>precio</translation>
    </message>
    <message numerus="yes">
        <source>Scan a label: %n more at least, of two products.</source>
        <translation>
            <numerusform>Escanee una etiqueta: falta al menos %n, de dos productos.</numerusform>
            <numerusform>Escanee una etiqueta: faltan al menos %n, de dos productos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Scan a label of another product.</source>
        <translation>Escanee una etiqueta de otro producto.</translation>
    </message>
    <message>
        <source>Scan a label with another weight or price: three different ones are needed.</source>
        <translation>Escanee una etiqueta con otro peso o precio: hacen falta tres distintos.</translation>
    </message>
    <message>
        <source>Scan another label of one of these products.</source>
        <translation>Escanee otra etiqueta de uno de estos productos.</translation>
    </message>
    <message>
        <source>Two rules fit still. Scan one more label of product A with another value.</source>
        <translation>Aún sirven dos reglas. Escanee otra etiqueta del producto A con otro valor.</translation>
    </message>
    <message>
        <source>Label {number} does not fit the others: was it typed right? Ctrl Z takes back.</source>
        <translation>La etiqueta {number} no encaja con las otras: ¿se escribió bien? Ctrl Z deshace.</translation>
    </message>
    <message>
        <source>No rule fits these labels. Are they all of one kind?</source>
        <translation>Ninguna regla sirve para estas etiquetas. ¿Son todas del mismo tipo?</translation>
    </message>
    <message>
        <source>This is how your labels are read. Check each line, then Enter.</source>
        <translation>Así se leen sus etiquetas. Revise cada línea y pulse Enter.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Producto</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Impreso</translation>
    </message>
    <message>
        <source>Is read as</source>
        <translation>Se lee como</translation>
    </message>
    <message>
        <source>As these labels are: {pattern}</source>
        <translation>Como estas etiquetas: {pattern}</translation>
    </message>
    <message>
        <source>As {name} has it: {pattern}</source>
        <translation>Como en {name}: {pattern}</translation>
    </message>
    <message>
        <source>The second reads heavier or dearer labels than these as well; the first refuses them.</source>
        <translation>La segunda lee también etiquetas más pesadas o más caras; la primera las rechaza.</translation>
    </message>
</context>
<context>
    <name>Scans</name>
    <message>
        <source>Picked</source>
        <translation>Preparado</translation>
    </message>
    <message>
        <source>Weight set</source>
        <translation>Peso registrado</translation>
    </message>
    <message>
        <source>Was complete already</source>
        <translation>Ya estaba completo</translation>
    </message>
    <message>
        <source>Too much, nothing taken</source>
        <translation>Demasiado, no se tomó nada</translation>
    </message>
    <message>
        <source>Needed by another order</source>
        <translation>Lo necesita otro pedido</translation>
    </message>
    <message>
        <source>Needed by no open order</source>
        <translation>Ningún pedido abierto lo necesita</translation>
    </message>
    <message>
        <source>Unknown code</source>
        <translation>Código desconocido</translation>
    </message>
    <message>
        <source>Two products fit</source>
        <translation>Coinciden dos productos</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Ilegible</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>No aceptado</translation>
    </message>
    <message>
        <source>Asked whether it is meant</source>
        <translation>Se preguntó si es así</translation>
    </message>
    <message>
        <source>To be weighed</source>
        <translation>Por pesar</translation>
    </message>
    <message>
        <source>Order opened</source>
        <translation>Pedido abierto</translation>
    </message>
    <message>
        <source>Product chosen</source>
        <translation>Producto elegido</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Scanned twice, counted once</source>
        <translation>Leído dos veces, contado una</translation>
    </message>
    <message>
        <source>Scanner was off here</source>
        <translation>El lector estaba apagado aquí</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>No guardado</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>deshecho</translation>
    </message>
    <message>
        <source>said yes to</source>
        <translation>confirmado</translation>
    </message>
    <message>
        <source>Typed, no code</source>
        <translation>Escrito, no es un código</translation>
    </message>
    <message>
        <source>order {code}</source>
        <translation>pedido {code}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Training: to look at, not to change</source>
        <translation>Práctica: para mirar, no para cambiar</translation>
    </message>
    <message>
        <source>Go into this page</source>
        <translation>Entrar en esta página</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>Reiniciar ahora</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>Delivery Hero</source>
        <translation>Delivery Hero</translation>
    </message>
    <message>
        <source>foodora, PedidosYa, Talabat, foodpanda and its other brands.</source>
        <translation>foodora, PedidosYa, Talabat, foodpanda y sus otras marcas.</translation>
    </message>
    <message>
        <source>iFood in Brazil, by its POS interface.</source>
        <translation>iFood en Brasil, por su interfaz de TPV.</translation>
    </message>
    <message>
        <source>Promotions only; no orders come from there.</source>
        <translation>Solo promociones; de allí no vienen pedidos.</translation>
    </message>
    <message>
        <source>In the Partner Portal, under Shop Integrations, Settings, API: make credentials there; the portal shows the client ID and, once only, its secret. Chain and vendor ID stand beside the name of the store.</source>
        <translation>En el Partner Portal, en Shop Integrations, Settings, API: cree allí las credenciales; el portal muestra el client ID y, una sola vez, su secreto. El ID de la cadena y el de la tienda están junto al nombre de la tienda.</translation>
    </message>
    <message>
        <source>iFood gives these to you when it opens the POS integration for your shop: client ID and secret, a user with a password, and the number of each store.</source>
        <translation>iFood se los da al abrir la integración de TPV de su tienda: client ID y secreto, un usuario con contraseña y el número de cada tienda.</translation>
    </message>
    <message>
        <source>Deliveroo gives these to you for its Partner Platform: client ID and secret, and the brand ID of the chain.</source>
        <translation>Deliveroo se los da para su Partner Platform: client ID y secreto, y el ID de marca de la cadena.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client secret</translation>
    </message>
    <message>
        <source>The platform shows it once. It is saved in the keyring of this computer only.</source>
        <translation>La plataforma lo muestra una vez. Se guarda solo en el llavero de este ordenador.</translation>
    </message>
    <message>
        <source>Fixed token</source>
        <translation>Token fijo</translation>
    </message>
    <message>
        <source>Only for an older sign-in by a fixed token.</source>
        <translation>Solo para un acceso antiguo con token fijo.</translation>
    </message>
    <message>
        <source>Webhook secret</source>
        <translation>Secreto del webhook</translation>
    </message>
    <message>
        <source>The platform shows it with each call; the same words are entered in its portal.</source>
        <translation>La plataforma lo muestra en cada llamada; el mismo se escribe en su portal.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>The password of the user. It is saved in the keyring of this computer only.</source>
        <translation>La contraseña del usuario. Se guarda solo en el llavero de este ordenador.</translation>
    </message>
    <message>
        <source>Token of the tunnel</source>
        <translation>Token del túnel</translation>
    </message>
    <message>
        <source>The page of the tunnel at Cloudflare shows it under “Install and run a connector”.</source>
        <translation>La página del túnel en Cloudflare lo muestra en “Install and run a connector”.</translation>
    </message>
    <message>
        <source>Authtoken of ngrok</source>
        <translation>Authtoken de ngrok</translation>
    </message>
    <message>
        <source>The dashboard of ngrok shows it under “Your Authtoken”.</source>
        <translation>El panel de ngrok lo muestra en “Your Authtoken”.</translation>
    </message>
    <message>
        <source>Token of the own command</source>
        <translation>Token de la orden propia</translation>
    </message>
    <message>
        <source>Given to it in its environment as PICKER_TUNNEL_TOKEN; leave it empty for none.</source>
        <translation>Se le da en su entorno como PICKER_TUNNEL_TOKEN; déjelo vacío para ninguno.</translation>
    </message>
    <message>
        <source>Cloudflare, with an address that stays</source>
        <translation>Cloudflare, con una dirección que se queda</translation>
    </message>
    <message>
        <source>Free; needs a domain at Cloudflare and the token of a tunnel.</source>
        <translation>Gratis; necesita un dominio en Cloudflare y el token de un túnel.</translation>
    </message>
    <message>
        <source>Cloudflare, to try it out</source>
        <translation>Cloudflare, para probar</translation>
    </message>
    <message>
        <source>Needs nothing; the address is another one after each start.</source>
        <translation>No necesita nada; la dirección cambia en cada inicio.</translation>
    </message>
    <message>
        <source>Needs an account there; free ones have one address that stays.</source>
        <translation>Necesita una cuenta allí; las gratuitas tienen una dirección que se queda.</translation>
    </message>
    <message>
        <source>A server of your own, by ssh</source>
        <translation>Un servidor suyo, por ssh</translation>
    </message>
    <message>
        <source>A web server there passes the calls on to the port that ssh opens.</source>
        <translation>Un servidor web allí pasa las llamadas al puerto que abre ssh.</translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>Otro programa</translation>
    </message>
    <message>
        <source>Any command that opens a tunnel and prints its address.</source>
        <translation>Cualquier orden que abra un túnel y muestre su dirección.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Orders come by the platform&apos;s list every two minutes, or by another way in.</source>
        <translation>Los pedidos llegan por la lista de la plataforma cada dos minutos, o por otra entrada.</translation>
    </message>
    <message>
        <source>Find it out</source>
        <translation>Averiguarlo</translation>
    </message>
    <message>
        <source>By the characters</source>
        <translation>Por los caracteres</translation>
    </message>
    <message>
        <source>By the keys</source>
        <translation>Por las teclas</translation>
    </message>
    <message>
        <source>Client ID and secret</source>
        <translation>Client ID y secreto</translation>
    </message>
    <message>
        <source>A person, with Enter</source>
        <translation>Una persona, con Enter</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>El programa</translation>
    </message>
    <message>
        <source>Only new ones</source>
        <translation>Solo las nuevas</translation>
    </message>
    <message>
        <source>All that have not ended</source>
        <translation>Todas las que no han terminado</translation>
    </message>
    <message>
        <source>Given by the environment variable {name}, which stands above the keyring.</source>
        <translation>Dado por la variable de entorno {name}, que está por encima del llavero.</translation>
    </message>
    <message>
        <source>Saved in the keyring of this computer. What you type takes its place.</source>
        <translation>Guardado en el llavero de este ordenador. Lo que escriba toma su lugar.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>This cannot be read: check the quotation marks.</source>
        <translation>Esto no se puede leer: compruebe las comillas.</translation>
    </message>
    <message>
        <source>Write whole numbers, with blanks between them.</source>
        <translation>Escriba números enteros, con espacios entre ellos.</translation>
    </message>
    <message>
        <source>Write a number above {least}, up to {most}.</source>
        <translation>Escriba un número mayor que {least}, hasta {most}.</translation>
    </message>
    <message>
        <source>Write a whole number from {least} to {most}.</source>
        <translation>Escriba un número entero de {least} a {most}.</translation>
    </message>
    <message>
        <source>Write a number.</source>
        <translation>Escriba un número.</translation>
    </message>
    <message>
        <source>back to the list</source>
        <translation>vuelve a la lista</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Tienda</translation>
    </message>
    <message>
        <source>How the shop is called, and where it is.</source>
        <translation>Cómo se llama la tienda y dónde está.</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Añadir una cuenta</translation>
    </message>
    <message>
        <source>At which platform?</source>
        <translation>¿En qué plataforma?</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Catálogo</translation>
    </message>
    <message>
        <source>The products of each account, as its platform lists them.</source>
        <translation>Los productos de cada cuenta, como los lista su plataforma.</translation>
    </message>
    <message>
        <source>Way in</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>How the calls of the platforms arrive here.</source>
        <translation>Cómo llegan aquí las llamadas de las plataformas.</translation>
    </message>
    <message>
        <source>Webhook and tunnel</source>
        <translation>Webhook y túnel</translation>
    </message>
    <message>
        <source>What brings the calls of the platforms from the internet to this computer.</source>
        <translation>Lo que trae las llamadas de las plataformas de internet a este ordenador.</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Lector</translation>
    </message>
    <message>
        <source>How scans are told from typing.</source>
        <translation>Cómo se distinguen las lecturas del tecleo.</translation>
    </message>
    <message>
        <source>Scale labels</source>
        <translation>Etiquetas de la balanza</translation>
    </message>
    <message>
        <source>How the scale&apos;s labels are read.</source>
        <translation>Cómo se leen las etiquetas de la balanza.</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Sonidos</translation>
    </message>
    <message>
        <source>How loud the program is.</source>
        <translation>Lo fuerte que suena el programa.</translation>
    </message>
    <message>
        <source>Database and limits</source>
        <translation>Base de datos y límites</translation>
    </message>
    <message>
        <source>Rarely changed.</source>
        <translation>Rara vez se cambia.</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>Comprobarlo todo</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este ordenador</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Cuenta nueva</translation>
    </message>
    <message>
        <source>Changes are still being sent: start again all the same?</source>
        <translation>Aún se están enviando cambios: ¿reiniciar de todos modos?</translation>
    </message>
    <message>
        <source>they are kept, and sent after the start</source>
        <translation>quedan guardados y se envían tras el inicio</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>The account is no longer in the file of the settings.</source>
        <translation>La cuenta ya no está en el archivo de los ajustes.</translation>
    </message>
    <message>
        <source>Take {name} out of the settings?</source>
        <translation>¿Quitar {name} de los ajustes?</translation>
    </message>
    <message>
        <source>its orders stay; the same key again takes it out</source>
        <translation>sus pedidos se quedan; la misma tecla otra vez la quita</translation>
    </message>
    <message>
        <source>Take this platform</source>
        <translation>Tomar esta plataforma</translation>
    </message>
    <message>
        <source>Start with the computer</source>
        <translation>Iniciar con el ordenador</translation>
    </message>
    <message>
        <source>The program is there, with its window small, as soon as this user signs in.</source>
        <translation>El programa está ahí, con la ventana minimizada, en cuanto entra este usuario.</translation>
    </message>
    <message>
        <source>The program does not know how to do that on this kind of computer.</source>
        <translation>El programa no sabe hacerlo en este tipo de ordenador.</translation>
    </message>
    <message>
        <source>That could not be written: {words}</source>
        <translation>No se pudo escribir: {words}</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>No se guardó</translation>
    </message>
    <message>
        <source>The program starts with the computer</source>
        <translation>El programa se inicia con el ordenador</translation>
    </message>
    <message>
        <source>The program does not start with the computer</source>
        <translation>El programa no se inicia con el ordenador</translation>
    </message>
    <message>
        <source>Saved: it holds from the next start on</source>
        <translation>Guardado: vale desde el próximo inicio</translation>
    </message>
    <message>
        <source>starts the program again now</source>
        <translation>reinicia el programa ahora</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>No se cambió nada</translation>
    </message>
    <message>
        <source>Look at what stands beside the field.</source>
        <translation>Mire lo que pone junto al campo.</translation>
    </message>
    <message>
        <source>The file of the settings cannot be written: {words}</source>
        <translation>El archivo de los ajustes no se puede escribir: {words}</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Commands to scan</source>
        <translation>Comandos para escanear</translation>
    </message>
    <message>
        <source>FINISH and REJECT want CONFIRM after them. × 2 to × 9 count for the next product.</source>
        <translation>TERMINAR y RECHAZAR piden CONFIRMAR después. × 2 a × 9 valen para el próximo producto.</translation>
    </message>
</context>
<context>
    <name>Shop</name>
    <message>
        <source>Price of a product</source>
        <translation>Precio de un producto</translation>
    </message>
    <message>
        <source>At once, or from a day on.</source>
        <translation>Ya, o a partir de un día.</translation>
    </message>
    <message>
        <source>Take a product off sale</source>
        <translation>Retirar un producto de la venta</translation>
    </message>
    <message>
        <source>Customers no longer see it.</source>
        <translation>Los clientes ya no lo ven.</translation>
    </message>
    <message>
        <source>Put a product on sale</source>
        <translation>Poner un producto a la venta</translation>
    </message>
    <message>
        <source>Customers see it again.</source>
        <translation>Los clientes lo ven otra vez.</translation>
    </message>
    <message>
        <source>Close the shop</source>
        <translation>Cerrar la tienda</translation>
    </message>
    <message>
        <source>No new orders come, for a reason.</source>
        <translation>No llegan pedidos nuevos; con un motivo.</translation>
    </message>
    <message>
        <source>Open the shop</source>
        <translation>Abrir la tienda</translation>
    </message>
    <message>
        <source>Orders come again.</source>
        <translation>Vuelven a llegar pedidos.</translation>
    </message>
    <message>
        <source>The shop</source>
        <translation>La tienda</translation>
    </message>
    <message>
        <source>What do you want to set at the platform?</source>
        <translation>¿Qué quiere cambiar en la plataforma?</translation>
    </message>
    <message>
        <source>At which platform?</source>
        <translation>¿En qué plataforma?</translation>
    </message>
    <message>
        <source>Scan it, or type a part of its name or its code at the platform.</source>
        <translation>Escanéelo, o escriba parte del nombre o su código en la plataforma.</translation>
    </message>
    <message>
        <source>Shop {id}</source>
        <translation>Tienda {id}</translation>
    </message>
    <message>
        <source>In which shops? → takes one out or in again.</source>
        <translation>¿En qué tiendas? → quita o pone una.</translation>
    </message>
    <message>
        <source>The price of one, in {currency}.</source>
        <translation>El precio de la unidad, en {currency}.</translation>
    </message>
    <message>
        <source>Why? The platform keeps these words.</source>
        <translation>¿Por qué? La plataforma guarda estas palabras.</translation>
    </message>
    <message>
        <source>Closed for a short time</source>
        <translation>Cerrada por poco tiempo</translation>
    </message>
    <message>
        <source>From when on? Enter: at once. Or type a day, such as {day}.</source>
        <translation>¿Desde cuándo? Enter: ya. O escriba un día, como {day}.</translation>
    </message>
    <message>
        <source>Set the price</source>
        <translation>Cambiar el precio</translation>
    </message>
    <message>
        <source>Another price of this product is to come already: only one can wait there.</source>
        <translation>Ya hay otro precio programado para este producto: solo cabe uno.</translation>
    </message>
    <message>
        <source>Put this one in its place</source>
        <translation>Cambiarlo por este</translation>
    </message>
</context>
<context>
    <name>ShopCalls</name>
    <message>
        <source>from {day} on</source>
        <translation>a partir del {day}</translation>
    </message>
    <message>
        <source>{code}: on sale</source>
        <translation>{code}: a la venta</translation>
    </message>
    <message>
        <source>{code}: off sale</source>
        <translation>{code}: fuera de la venta</translation>
    </message>
    <message>
        <source>Shop open</source>
        <translation>Tienda abierta</translation>
    </message>
    <message>
        <source>Shop closed</source>
        <translation>Tienda cerrada</translation>
    </message>
    <message>
        <source>sent at {time}</source>
        <translation>enviado a las {time}</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>a newer one counts</source>
        <translation>vale uno más nuevo</translation>
    </message>
    <message>
        <source>not sent, tried again</source>
        <translation>se reintenta</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>enviando</translation>
    </message>
    <message>
        <source>{platform} does not know this code</source>
        <translation>{platform} no conoce este código</translation>
    </message>
</context>
<context>
    <name>ShopPage</name>
    <message>
        <source>goes back</source>
        <translation>vuelve</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>Lo que se pregunta</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Productos</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>What was set</source>
        <translation>Lo que se cambió</translation>
    </message>
    <message>
        <source>The platform does not tell what holds now: this is what was sent to it.</source>
        <translation>La plataforma no dice qué vale ahora: esto es lo que se le envió.</translation>
    </message>
    <message>
        <source>Nothing was set yet. Each change will stand here with its answer.</source>
        <translation>Todavía no se cambió nada. Cada cambio aparece aquí con su respuesta.</translation>
    </message>
</context>
<context>
    <name>Span</name>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{time} late</source>
        <translation>{time} de retraso</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>quedan {time}</translation>
    </message>
</context>
<context>
    <name>StartTrouble</name>
    <message>
        <source>You: mend this in the file of the settings, then start again.</source>
        <translation>Usted: corrija esto en el archivo de la configuración e inicie de nuevo.</translation>
    </message>
    <message>
        <source>Nothing is lost: what was done here is kept.</source>
        <translation>No se pierde nada: lo que se hizo aquí está guardado.</translation>
    </message>
    <message>
        <source>Our fault, not yours. What you did is saved. You: start again; the log helps us to mend it.</source>
        <translation>Es culpa nuestra, no suya. Lo que hizo está guardado. Usted: inicie de nuevo; el registro nos ayuda a corregirlo.</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>No está en marcha</translation>
    </message>
    <message>
        <source>The program could not start</source>
        <translation>El programa no pudo iniciarse</translation>
    </message>
    <message>
        <source>The program had to end</source>
        <translation>El programa tuvo que cerrarse</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
</context>
<context>
    <name>TrainingBanner</name>
    <message>
        <source>TRAINING: these orders are not real</source>
        <translation>PRÁCTICA: estos pedidos no son reales</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show the window</source>
        <translation>Mostrar la ventana</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Orders to pick: {count}</source>
        <translation>Pedidos por preparar: {count}</translation>
    </message>
    <message>
        <source>Orders keep coming</source>
        <translation>Los pedidos siguen llegando</translation>
    </message>
    <message>
        <source>The program goes on here, and rings. Quit it with this icon&apos;s menu.</source>
        <translation>El programa sigue aquí y suena. Salga de él con el menú de este icono.</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>Asking the platform</source>
        <translation>Preguntando a la plataforma</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Acceso correcto</translation>
    </message>
    <message>
        <source>The platform takes these credentials.</source>
        <translation>La plataforma acepta estas credenciales.</translation>
    </message>
    <message>
        <source>The sign-in was refused</source>
        <translation>Se rechazó el acceso</translation>
    </message>
    <message>
        <source>The platform does not know these credentials. Copy them from its pages again, each one whole.</source>
        <translation>La plataforma no conoce estas credenciales. Cópielas otra vez de sus páginas, cada una entera.</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong</source>
        <translation>El reloj de este ordenador está mal</translation>
    </message>
    <message>
        <source>Let this computer set its time by itself, then try again.</source>
        <translation>Deje que el ordenador ponga la hora solo y pruebe otra vez.</translation>
    </message>
    <message>
        <source>The connection is not secure</source>
        <translation>La conexión no es segura</translation>
    </message>
    <message>
        <source>A proxy or virus scanner opens secure connections. Exempt the platform from it, and look at the clock.</source>
        <translation>Un proxy o antivirus abre las conexiones seguras. Exceptúe la plataforma y mire el reloj.</translation>
    </message>
    <message>
        <source>The platform is not reached</source>
        <translation>No se llega a la plataforma</translation>
    </message>
    <message>
        <source>Check the internet line, a proxy, and the address of the platform.</source>
        <translation>Compruebe la línea de internet, un proxy y la dirección de la plataforma.</translation>
    </message>
    <message>
        <source>The platform does not answer</source>
        <translation>La plataforma no responde</translation>
    </message>
    <message>
        <source>Check the internet line, then try again.</source>
        <translation>Compruebe la línea de internet y pruebe otra vez.</translation>
    </message>
    <message>
        <source>The platform asks us to wait</source>
        <translation>La plataforma nos pide esperar</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Pruebe otra vez en un minuto.</translation>
    </message>
    <message>
        <source>The platform answers something else</source>
        <translation>La plataforma responde otra cosa</translation>
    </message>
    <message>
        <source>Check the address of the platform, and whether this network wants a sign-in of its own.</source>
        <translation>Compruebe la dirección de la plataforma y si esta red pide un acceso propio.</translation>
    </message>
    <message>
        <source>A secret is missing</source>
        <translation>Falta un secreto</translation>
    </message>
    <message>
        <source>Type the secrets that the platform gave you.</source>
        <translation>Escriba los secretos que le dio la plataforma.</translation>
    </message>
</context>
<context>
    <name>Way</name>
    <message>
        <source>What the tunnel said last</source>
        <translation>Lo último que dijo el túnel</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Test the whole way</source>
        <translation>Probar todo el camino</translation>
    </message>
    <message>
        <source>Start the tunnel again</source>
        <translation>Reiniciar el túnel</translation>
    </message>
    <message>
        <source>The public address is asked</source>
        <translation>Se pregunta en la dirección pública</translation>
    </message>
    <message>
        <source>The tunnel is started again</source>
        <translation>El túnel se reinicia</translation>
    </message>
    <message>
        <source>Enter exactly this address at the platform; a telephone reads the code.</source>
        <translation>Escriba exactamente esta dirección en la plataforma; un teléfono lee el código.</translation>
    </message>
    <message>
        <source>The address stands here once it is known.</source>
        <translation>La dirección aparece aquí en cuanto se conoce.</translation>
    </message>
    <message>
        <source>This address is another one after the next start.</source>
        <translation>Esta dirección será otra en el próximo inicio.</translation>
    </message>
    <message>
        <source>Ended by itself since the start: {count}.</source>
        <translation>Terminó solo desde el inicio: {count}.</translation>
    </message>
    <message>
        <source>Webhook of {name}</source>
        <translation>Webhook de {name}</translation>
    </message>
    <message>
        <source>The public address</source>
        <translation>La dirección pública</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>There is no address yet</source>
        <translation>Aún no hay dirección</translation>
    </message>
    <message>
        <source>No tunnel</source>
        <translation>Sin túnel</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Iniciando</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>Sin probar</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Caído</translation>
    </message>
    <message>
        <source>whoever makes it</source>
        <translation>quien lo ofrece</translation>
    </message>
    <message>
        <source>Orders are read from the platform&apos;s list meanwhile.</source>
        <translation>Mientras tanto, los pedidos se leen de la lista de la plataforma.</translation>
    </message>
    <message>
        <source>The tunnel is back</source>
        <translation>El túnel ha vuelto</translation>
    </message>
    <message>
        <source>Tunnel down</source>
        <translation>Túnel caído</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
    <message>
        <source>Sent back: correct it</source>
        <translation>Devuelto: corrija</translation>
    </message>
    <message>
        <source>Saved, not sent yet</source>
        <translation>Guardado, sin enviar</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <source>Sent, not confirmed yet</source>
        <translation>Enviado, sin confirmar</translation>
    </message>
    <message>
        <source>Not certain, asking again</source>
        <translation>Incierto, preguntando</translation>
    </message>
    <message>
        <source>Your turn: decide</source>
        <translation>Su turno: decida</translation>
    </message>
    <message>
        <source>With the platform’s desk</source>
        <translation>Con la central de la plataforma</translation>
    </message>
    <message>
        <source>Ready, confirmed</source>
        <translation>Listo, confirmado</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Cancelled: put it back</source>
        <translation>Cancelado: devuelva</translation>
    </message>
    <message>
        <source>Finished on another device</source>
        <translation>Terminado en otro aparato</translation>
    </message>
    <message>
        <source>Not picked here</source>
        <translation>No preparado aquí</translation>
    </message>
    <message>
        <source>To pick</source>
        <translation>Por preparar</translation>
    </message>
    <message>
        <source>Weigh</source>
        <translation>Pesar</translation>
    </message>
    <message>
        <source>{left} more</source>
        <translation>{left} más</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>Tomado</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No hay</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Cambiado</translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadido</translation>
    </message>
    <message>
        <source>See its parts</source>
        <translation>Vea sus partes</translation>
    </message>
    <message>
        <source>Removed by the customer</source>
        <translation>Quitado por el cliente</translation>
    </message>
    <message>
        <source>new from the platform</source>
        <translation>nuevo de la plataforma</translation>
    </message>
    <message>
        <source>removed by the platform</source>
        <translation>quitado por la plataforma</translation>
    </message>
    <message>
        <source>changed by the platform</source>
        <translation>cambiado por la plataforma</translation>
    </message>
    <message>
        <source>rider picks up</source>
        <translation>el repartidor recoge</translation>
    </message>
    <message>
        <source>we deliver</source>
        <translation>entregamos nosotros</translation>
    </message>
    <message>
        <source>customer comes</source>
        <translation>el cliente recoge</translation>
    </message>
    <message>
        <source>Picking</source>
        <translation>En preparación</translation>
    </message>
    <message>
        <source>Waiting for platform</source>
        <translation>Esperando plataforma</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>Hechos hoy</translation>
    </message>
    <message>
        <source>Items are not available</source>
        <translation>Artículos no disponibles</translation>
    </message>
    <message>
        <source>What was ordered is not in the store.</source>
        <translation>Lo pedido no está en la tienda.</translation>
    </message>
    <message>
        <source>The store is closed</source>
        <translation>La tienda está cerrada</translation>
    </message>
    <message>
        <source>The order came outside the opening hours.</source>
        <translation>El pedido llegó fuera del horario.</translation>
    </message>
    <message>
        <source>The store is too busy</source>
        <translation>La tienda está saturada</translation>
    </message>
    <message>
        <source>It cannot be ready in time.</source>
        <translation>No puede estar a tiempo.</translation>
    </message>
    <message>
        <source>same brand, {brand}</source>
        <translation>misma marca, {brand}</translation>
    </message>
    <message>
        <source>also {words}</source>
        <translation>también {words}</translation>
    </message>
    <message>
        <source>not in the catalogue: use the code as it is</source>
        <translation>fuera del catálogo: usar el código tal cual</translation>
    </message>
    <message>
        <source>The platform did not answer as expected. The program tries again.</source>
        <translation>La plataforma no respondió como se esperaba. El programa lo intenta otra vez.</translation>
    </message>
    <message>
        <source>The platform cannot be reached. What you did is saved here and is sent as soon as the line is back.</source>
        <translation>No se llega a la plataforma. Lo que hizo está guardado aquí y se envía cuando vuelva la conexión.</translation>
    </message>
    <message>
        <source>The platform asks us to slow down. The program waits and goes on.</source>
        <translation>La plataforma pide ir más despacio. El programa espera y sigue.</translation>
    </message>
    <message>
        <source>It is not certain whether the platform took this. The program reads the order back. Please wait.</source>
        <translation>No es seguro si la plataforma recibió esto. El programa vuelve a leer el pedido. Espere.</translation>
    </message>
    <message>
        <source>The platform refuses the sign-in. You: check the client id and the secret of this account.</source>
        <translation>La plataforma rechaza el acceso. Usted: revise el identificador y la clave de esta cuenta.</translation>
    </message>
    <message>
        <source>The platform refuses this. You: correct the marked lines and send again.</source>
        <translation>La plataforma rechaza esto. Usted: corrija las líneas marcadas y envíe otra vez.</translation>
    </message>
    <message>
        <source>The platform does not know this order. You: check the account&apos;s settings.</source>
        <translation>La plataforma no conoce este pedido. Usted: revise la configuración de la cuenta.</translation>
    </message>
    <message>
        <source>The platform sent something this program cannot read. It is kept for support.</source>
        <translation>La plataforma envió algo que este programa no lee. Queda guardado para soporte.</translation>
    </message>
    <message>
        <source>Given back: make it</source>
        <translation>Devuelto: prepárelo</translation>
    </message>
    <message>
        <source>Acceptance refused</source>
        <translation>Aceptación rechazada</translation>
    </message>
    <message>
        <source>Accepted, not certain</source>
        <translation>Aceptado, sin certeza</translation>
    </message>
    <message>
        <source>Accepted, being sent</source>
        <translation>Aceptado, enviando</translation>
    </message>
    <message>
        <source>Accepted, waiting</source>
        <translation>Aceptado, esperando</translation>
    </message>
    <message>
        <source>To accept</source>
        <translation>Por aceptar</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Eso no funcionó</translation>
    </message>
    <message>
        <source>Our fault, not yours. It is saved for support. Try again.</source>
        <translation>Culpa nuestra, no suya. Queda guardado para soporte. Inténtelo otra vez.</translation>
    </message>
</context>
<context>
    <name>Workspaces</name>
    <message>
        <source>Offers</source>
        <translation>Ofertas</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Tienda</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Lector</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n artículo</numerusform>
            <numerusform>%n artículos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n by weight</source>
        <translation>
            <numerusform>%n por peso</numerusform>
            <numerusform>%n por peso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) saved here, not yet at {platform}</source>
        <translation>
            <numerusform>%n cambio guardado aquí, aún no en {platform}</numerusform>
            <numerusform>%n cambios guardados aquí, aún no en {platform}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are saved here and not yet at {platforms}. They are sent at the next start.</source>
        <translation>
            <numerusform>%n cambio está guardado aquí y aún no en {platforms}. Se envía al abrir el programa la próxima vez.</numerusform>
            <numerusform>%n cambios están guardados aquí y aún no en {platforms}. Se envían al abrir el programa la próxima vez.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not sent</source>
        <translation>
            <numerusform>%n cambio sin enviar</numerusform>
            <numerusform>%n cambios sin enviar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more line(s)</source>
        <translation>
            <numerusform>y %n línea más</numerusform>
            <numerusform>y %n líneas más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new order(s): {codes}</source>
        <translation>
            <numerusform>Pedido nuevo: {codes}</numerusform>
            <numerusform>%n pedidos nuevos: {codes}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) still to pick</source>
        <translation>
            <numerusform>Falta %n línea</numerusform>
            <numerusform>Faltan %n líneas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_PromotionCounts</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n producto</numerusform>
            <numerusform>%n productos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) added</source>
        <translation>
            <numerusform>%n producto añadido</numerusform>
            <numerusform>%n productos añadidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n tienda</numerusform>
            <numerusform>%n tiendas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promotion(s)</source>
        <translation>
            <numerusform>%n promoción</numerusform>
            <numerusform>%n promociones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promotion(s) in the file</source>
        <translation>
            <numerusform>%n promoción en el archivo</numerusform>
            <numerusform>%n promociones en el archivo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promotion(s) brought in</source>
        <translation>
            <numerusform>%n promoción traída</numerusform>
            <numerusform>%n promociones traídas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promotion(s) written</source>
        <translation>
            <numerusform>%n promoción escrita</numerusform>
            <numerusform>%n promociones escritas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promotion(s) marked</source>
        <translation>
            <numerusform>%n promoción marcada</numerusform>
            <numerusform>%n promociones marcadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to mend</source>
        <translation>
            <numerusform>%n cosa por corregir</numerusform>
            <numerusform>%n cosas por corregir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s): read them first</source>
        <translation>
            <numerusform>%n aviso: léalo antes</numerusform>
            <numerusform>%n avisos: léalos antes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n promotion(s)?</source>
        <translation>
            <numerusform>¿Enviar %n promoción?</numerusform>
            <numerusform>¿Enviar %n promociones?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End %n promotion(s) now?</source>
        <translation>
            <numerusform>¿Terminar %n promoción ahora?</numerusform>
            <numerusform>¿Terminar %n promociones ahora?</numerusform>
        </translation>
    </message>
</context>
</TS>
