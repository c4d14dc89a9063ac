package main

import (
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"unsafe"

	"fyne.io/fyne/v2/lang"

	"lectern/assets"
)

var (
	user32   = syscall.NewLazyDLL("user32.dll")
	gdi32    = syscall.NewLazyDLL("gdi32.dll")
	opengl32 = syscall.NewLazyDLL("opengl32.dll")

	messageBox    = user32.NewProc("MessageBoxW")
	createWindow  = user32.NewProc("CreateWindowExW")
	destroyWindow = user32.NewProc("DestroyWindow")
	getDC         = user32.NewProc("GetDC")
	releaseDC     = user32.NewProc("ReleaseDC")

	choosePixelFormat = gdi32.NewProc("ChoosePixelFormat")
	setPixelFormat    = gdi32.NewProc("SetPixelFormat")

	wglCreate   = opengl32.NewProc("wglCreateContext")
	wglDelete   = opengl32.NewProc("wglDeleteContext")
	wglCurrent  = opengl32.NewProc("wglMakeCurrent")
	glGetString = opengl32.NewProc("glGetString")
)

// pixelFormat is PIXELFORMATDESCRIPTOR.
type pixelFormat struct {
	size, version           uint16
	flags                   uint32
	kind, colourBits        byte
	_                       [13]byte
	depthBits, stencil, aux byte
	_                       [2]byte
	_                       [3]uint32
}

// warnIfNoOpenGL shows a message box in the person's language where Lectern's
// windows could not be drawn: on remote desktops, in virtual machines, with the
// system's basic display driver. Fyne itself would end without a word.
func warnIfNoOpenGL() (fine bool) {
	version := openGLVersion()
	if enoughOpenGL(version) {
		return true
	}
	speak()
	folder := "."
	if exe, err := os.Executable(); err == nil {
		folder = filepath.Dir(exe)
	}
	if version == "" {
		version = lang.L("none")
	}
	showBox(lang.L("This computer offers no OpenGL 2.1, with which Lectern draws its windows. Found: {{.Version}}.\n\n"+
		"This is so on some remote desktops and virtual machines, and where the display driver is missing. Install the driver of your graphics card, or turn on 3D acceleration in the virtual machine's settings.\n\n"+
		"Where neither can be done, Mesa draws without a graphics card: put its opengl32.dll and libgallium_wgl.dll into this folder and start Lectern again. No administrator is needed.\n\n{{.Folder}}",
		map[string]any{"Version": version, "Folder": folder}))
	return false
}

// showFailure tells why Lectern ends.
func showFailure(err error) {
	speak()
	showBox(lang.L("Lectern cannot start.") + "\n\n" + err.Error())
}

func speak() {
	_ = lang.AddTranslationsFS(assets.Translations, assets.TranslationsDir) // else English
}

func showBox(words string) {
	text, err := syscall.UTF16PtrFromString(words)
	if err != nil {
		return
	}
	title, _ := syscall.UTF16PtrFromString("Lectern")
	const warning, foreground = 0x30, 0x10000
	messageBox.Call(0, uintptr(unsafe.Pointer(text)), uintptr(unsafe.Pointer(title)), warning|foreground)
}

// openGLVersion asks the driver through a hidden window; "" is no OpenGL at all.
func openGLVersion() string {
	runtime.LockOSThread() // a context belongs to one thread
	defer runtime.UnlockOSThread()
	if opengl32.Load() != nil {
		return ""
	}
	class, _ := syscall.UTF16PtrFromString("STATIC")
	window, _, _ := createWindow.Call(0, uintptr(unsafe.Pointer(class)), 0, 0, 0, 0, 8, 8, 0, 0, 0, 0)
	if window == 0 {
		return ""
	}
	defer destroyWindow.Call(window)
	dc, _, _ := getDC.Call(window)
	if dc == 0 {
		return ""
	}
	defer releaseDC.Call(window, dc)
	const drawToWindow, supportOpenGL, doubleBuffer = 0x4, 0x20, 0x1
	format := pixelFormat{version: 1, flags: drawToWindow | supportOpenGL | doubleBuffer, colourBits: 32, depthBits: 24}
	format.size = uint16(unsafe.Sizeof(format))
	chosen, _, _ := choosePixelFormat.Call(dc, uintptr(unsafe.Pointer(&format)))
	if chosen == 0 {
		return ""
	}
	if ok, _, _ := setPixelFormat.Call(dc, chosen, uintptr(unsafe.Pointer(&format))); ok == 0 {
		return ""
	}
	context, _, _ := wglCreate.Call(dc)
	if context == 0 {
		return ""
	}
	defer wglDelete.Call(context)
	if ok, _, _ := wglCurrent.Call(dc, context); ok == 0 {
		return ""
	}
	defer wglCurrent.Call(0, 0)
	const version = 0x1F02
	text, _, _ := glGetString.Call(version)
	return cString(text)
}

// cString copies the text that C keeps at address; "" for none.
func cString(address uintptr) string {
	if address == 0 {
		return ""
	}
	start := *(*unsafe.Pointer)(unsafe.Pointer(&address)) // C's memory: it does not move
	var b []byte
	for i := 0; i < 256; i++ {
		c := *(*byte)(unsafe.Add(start, i))
		if c == 0 {
			break
		}
		b = append(b, c)
	}
	return string(b)
}
